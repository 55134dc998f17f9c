"""Signing a PDF, and looking at one: what it is, what holds, what was changed."""
