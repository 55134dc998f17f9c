"""One module per version of the schema, in order; ``models.storage.schema`` lists them."""
