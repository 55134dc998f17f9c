"""The findings of ``controle``: those of the check, and the signs that the report's fonts lack."""

from collections.abc import Iterator, Sequence

from models.advice.results import Advice
from models.check import Finding, FindingKind, check_dossier
from models.check.findings import CheckContext, worded
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["findings_of", "lines_of"]

_WORDS = {
    FindingKind.CONTRADICTION: "Tegenspraak",
    FindingKind.MISSING: "Ontbreekt",
    FindingKind.NOTICE: "Let op",
}
_SHOWN_SIGNS = 20


def findings_of(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Everything that ``controle`` reports, in the order of the steps."""
    findings = check_dossier(dossier, advice, knowledge)
    signs = _missing_signs(dossier)
    if not signs:
        return findings
    shown = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs[:_SHOWN_SIGNS])
    more = f" en nog {len(signs) - _SHOWN_SIGNS}" if len(signs) > _SHOWN_SIGNS else ""
    context = CheckContext(dossier, advice, knowledge)
    return (*findings, worded(context, "missing-sign", "-", {"signs": shown + more}))


def _missing_signs(dossier: Dossier) -> tuple[str, ...]:
    from desktop.report import missing_signs

    return missing_signs("".join(_texts(dossier.model_dump(mode="json"))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)


def lines_of(findings: Sequence[Finding], knowledge: Knowledge) -> Iterator[str]:
    """The findings as lines: a heading per step, one line each."""
    if not findings:
        yield "Er ontbreekt niets en niets spreekt elkaar tegen."
        return
    counts = {kind: sum(f.kind is kind for f in findings) for kind in FindingKind}
    yield "  ".join(f"{_WORDS[kind]}: {count}" for kind, count in counts.items() if count)
    for step, text in knowledge.step.items():
        rows = [finding for finding in findings if finding.step is step]
        if rows:
            yield ""
            yield text.title
        for row in rows:
            yield f"  {_WORDS[row.kind]}: {row.text}"
