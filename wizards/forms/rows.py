"""The rows of a check page ("Controleer uw antwoorden"), from the same data as the form."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.dossier import Dossier
from models.dossier.edit import Path, key_of, path_key, value_at
from models.knowledge import Knowledge
from wizards.forms.spec import Field, Group, Records
from wizards.forms.values import NOT_FILLED_IN, spoken

__all__ = ["CheckRow", "group_rows"]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One row: group, question, answer in words, where "Wijzig" leads.

    ``unread``: what stands there is typed but no valid answer. ``internal``: not for the audience.
    """

    group: str
    label: str
    answer: str
    path: Path
    unread: bool = False
    internal: bool = False


def group_rows(group: Group, dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of one card of a page."""
    for item in group.items:
        if isinstance(item, Field):
            if item.visible is None or item.visible(dossier, group.base):
                yield _field_row(group.title, item, group.base, item.label, dossier, knowledge, group.internal)
        else:
            yield from _record_rows(group, item, dossier, knowledge)


def _field_row(
    title: str, field: Field, base: Path, label: str, dossier: Dossier, knowledge: Knowledge, internal: bool
) -> CheckRow:
    path = (*base, *field.parts)
    draft = dossier.drafts.get(path_key(path))
    answer = draft if draft is not None else spoken(field, value_at(dossier, path), dossier, knowledge)
    return CheckRow(title, label, answer, path, draft is not None, internal or field.internal)


def _record_rows(group: Group, records: Records, dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    kept = [r for r in value_at(dossier, records.path) if records.keep is None or records.keep(r)]
    if not kept:
        yield CheckRow(group.title, records.title, NOT_FILLED_IN, records.path, internal=group.internal)
    for record in kept:
        base = (*records.path, key_of(record))
        said = []
        unread = False
        for field in records.fields:
            if field.visible is not None and not field.visible(dossier, base):
                continue
            one = _field_row(group.title, field, base, field.label, dossier, knowledge, field.internal)
            unread = unread or one.unread
            if one.answer != NOT_FILLED_IN:
                colon = "" if field.label.endswith("?") else ":"
                said.append(f"{field.label}{colon} {one.answer}")
        headline = records.headline(record, dossier, knowledge) or records.singular.capitalize()
        answer = "\n".join(said) or NOT_FILLED_IN
        marked = bool(getattr(record, "internal", False))
        internal = marked or group.internal or any(field.internal for field in records.fields)
        yield CheckRow(records.title, headline, answer, base, unread, internal)
