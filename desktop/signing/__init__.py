"""Signing a PDF in an empty field of it, with the extra ``sign``; without Qt. The dialog is in ``desktop/verify``."""
