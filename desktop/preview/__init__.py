"""The pages of a document on screen."""
