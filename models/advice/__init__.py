"""The advice: fit of the forms, robustness, partners, legal basis, warnings from cases."""
