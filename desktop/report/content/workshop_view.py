"""A werksessie with its dossier, as the chapters of its report need it: names that may be told, words for subjects.

No code stands here, and no name of a participant who did not agree to it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop.report.content.brief import Brief
from models.dossier.choose import FactorEntry
from models.wording.words import first_upper, shortened
from models.workshop.decisions import decision_of
from models.workshop.records import Decision, Participant, Subject, SubjectKind
from models.workshop.revealed import Revealed
from models.workshop.session import Session
from models.workshop.subjects import subjects_of

__all__ = ["KIND_TITLES", "View"]

KIND_TITLES: Mapping[SubjectKind, str] = {
    SubjectKind.SCORE: "Stellingen",
    SubjectKind.IMPORTANCE: "Belang van de stellingen",
    SubjectKind.FACTOR: "Kracht van de factoren",
    SubjectKind.INFLUENCE: "Invloed van de belanghebbenden",
    SubjectKind.INTEREST: "Belang van de belanghebbenden",
}
"""The kinds of subject with a scale, in the order of the report."""

_LEADS: Mapping[SubjectKind, str] = {
    SubjectKind.IMPORTANCE: "Belang van",
    SubjectKind.INFLUENCE: "Invloed van",
    SubjectKind.INTEREST: "Belang van",
}
"""Before a label where one of another kind can have the same."""

_LABEL, _TITLE, _TYPED, _NAME = 60, 200, 600, 80
_SOMEBODY = "een deelnemer"


@dataclass(frozen=True)
class View:
    """``brief``: the dossier with its advice; ``session``: the werksessie that the report tells of."""

    brief: Brief
    session: Session

    # --- rounds

    @cached_property
    def rounds(self) -> tuple[Revealed, ...]:
        """The closed rounds; those on an internal factor stand in an internal copy only."""
        return tuple(one for one in self.session.rounds if self._open(one.subject.key))

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """What was voted on: statements in the order of the knowledge, the rest as it came."""
        found = {one.subject.key: one.subject for one in self.rounds}
        known = [
            subject.key for subject in subjects_of(self.brief.dossier, self.brief.knowledge, self.session.workshop)
        ]
        place = {key: number for number, key in enumerate(known)}
        return tuple(sorted(found.values(), key=lambda one: place.get(one.key, len(place))))

    def of_kind(self, kind: SubjectKind) -> tuple[Subject, ...]:
        """The subjects of one kind that have a closed round."""
        return tuple(one for one in self.subjects if one.kind is kind)

    def on(self, subject: Subject) -> tuple[Revealed, ...]:
        """The rounds on a subject, oldest first."""
        return tuple(one for one in self.rounds if one.subject.key == subject.key)

    def last(self, subject: Subject) -> Revealed:
        """The last round on a subject that was voted on."""
        return self.on(subject)[-1]

    @property
    def scaled(self) -> tuple[Subject, ...]:
        """The subjects with a scale."""
        return tuple(one for one in self.subjects if one.kind is not SubjectKind.DOTS)

    def decision(self, subject: Subject, partner: str | None = None) -> Decision | None:
        """What was set on a subject."""
        return decision_of(self.session.workshop.decisions, subject, partner)

    @cached_property
    def _factors(self) -> Mapping[str, FactorEntry]:
        return {row.id: row for row in self.brief.dossier.factoren.factors}

    def _open(self, key: str) -> bool:
        """Whether a subject may stand in this copy."""
        kind, _, ref = key.partition(".")
        row = self._factors.get(ref) if kind == SubjectKind.FACTOR.value else None
        return row is None or not row.internal or self.brief.edition.internal

    # --- words

    def label(self, subject: Subject) -> str:
        """A subject in a few words: the name of the statement, the factor or the belanghebbende."""
        match subject.kind:
            case SubjectKind.SCORE | SubjectKind.IMPORTANCE:
                rows = self.brief.knowledge.criterion.values()
                name = next((one.label for one in rows if one.id.value == subject.ref), "")
            case SubjectKind.FACTOR:
                names = {factor.id: factor.name for factor in self.brief.knowledge.factors.factors}
                row = self._factors.get(subject.ref)
                name = "" if row is None else row.text.strip() or names.get(row.factor or "", "")
            case SubjectKind.INFLUENCE | SubjectKind.INTEREST:
                people = self.brief.dossier.krachtenveld.stakeholders
                name = next((one.name.strip() for one in people if one.id == subject.ref), "")
            case SubjectKind.DOTS:
                name = ""
        return shortened(self.told(name or subject.title), _LABEL) or "zonder naam"

    def topic(self, key: str) -> str:
        """The words for the key of a subject; other text as it was typed; empty for what may not be told."""
        if not self._open(key):
            return ""
        known = (*self.subjects, *subjects_of(self.brief.dossier, self.brief.knowledge, self.session.workshop))
        subject = next((one for one in known if one.key == key), None)
        if subject is None:
            kind = key.partition(".")[0]
            return "" if kind in {one.value for one in SubjectKind} else self.told(key, _TITLE)
        label = self.label(subject)
        lead = _LEADS.get(subject.kind)
        return label if lead is None else f"{lead} {_lower(label)}"

    # --- people

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everybody on the list, there or not."""
        return self.session.workshop.participants

    @cached_property
    def named(self) -> tuple[Participant, ...]:
        """Those who agreed that their name stands in the report."""
        return tuple(one for one in self.people if one.named and one.name.strip())

    def partner(self, key: str | None) -> str:
        """The name of a partner; empty where it is none of this dossier."""
        return self.brief.partner_names.get(key or "", "")

    def told(self, text: str, most: int = _TYPED) -> str:
        """What people typed, on one line; a full name of somebody who did not agree to it becomes "een deelnemer"."""
        flat = " ".join(text.split())
        for pattern in self._hidden:
            flat = pattern.sub(_SOMEBODY, flat)
        return first_upper(shortened(flat, most)) if flat.startswith(_SOMEBODY) else shortened(flat, most)

    def who(self, typed: str) -> str:
        """Who does something, as typed; somebody without a name in the report is told by the partner."""
        person = next((one for one in self.people if _same(one.name, typed)), None)
        if person is None or person in self.named:
            return self.told(typed, _NAME)
        partner = self.partner(person.partner)
        return f"{_SOMEBODY} uit {partner}" if partner else _SOMEBODY

    def signed(self, typed: str) -> str:
        """A name, only of somebody who agreed to it; else nothing."""
        return next((shortened(one.name, _NAME) for one in self.named if _same(one.name, typed)), "")

    @cached_property
    def _hidden(self) -> tuple[re.Pattern[str], ...]:
        """Full names only: of a single word nobody can say whether it is the person that was meant."""
        shown = {_plain(one.name) for one in self.named}
        names = {_plain(one.name): " ".join(one.name.split()) for one in self.people if " " in one.name.strip()}
        hidden = sorted((name for key, name in names.items() if key not in shown), key=lambda name: (-len(name), name))
        return tuple(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in hidden)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and _plain(one) == _plain(other)


def _lower(label: str) -> str:
    """In a sentence; what begins with two capitals is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
