"""The questionnaire for a partner without the program: a form to fill in, and reading it back."""
