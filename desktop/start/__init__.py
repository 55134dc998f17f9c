"""The start of the program: "Mijn dossiers"."""
