"""What can be wrong with a dossier, as typed errors; the shell words them."""

__all__ = ["DossierError", "NewerVersionError"]


class DossierError(Exception):
    """The document is not a valid dossier.

    ``where``: the field, as ``vorm.answers.beleid.joint``; ``reason``: why, in Dutch without a full stop.
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where, self.reason = where, reason


class NewerVersionError(DossierError):
    """The document was made by a newer program."""

    def __init__(self, found: int, newest: int) -> None:
        super().__init__("format_version", f"versie {found} is nieuwer dan versie {newest}")
        self.found, self.newest = found, newest
