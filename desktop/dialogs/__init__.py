"""The dialogs: a question as title, what follows from it, verbs as buttons, the safe choice left."""
