"""The look on the whole program, as for the pages."""

from tests.wizards.conftest import look

__all__ = ["look"]
