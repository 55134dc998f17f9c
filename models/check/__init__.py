"""What is missing in a dossier and what contradicts: the content of ``controle`` and of each check page."""

from models.check.findings import Finding, FindingKind
from models.check.run import check_dossier

__all__ = ["Finding", "FindingKind", "check_dossier"]
