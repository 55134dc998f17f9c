"""The answers of a form into the dossier: what is taken, what differs from what is there, what is left out.

Where each goes: an answer and an importance go to that partner under the statement; a question of S4's appendix goes
to the intake of the partner; a remark has no place per partner, so it goes into the remark of the statement, on a
line that begins with the name of the partner. Nothing that is there is replaced unless the caller says so, and a
remark never replaces another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.questionnaire.errors import OtherDossier, OtherPartner, PartnerNeeded
from desktop.questionnaire.filled import FilledForm, Oddity, StatementFilled
from desktop.questionnaire.form import partner_name
from desktop.questionnaire.questions import EMPATHY, STATEMENT, questions_of, statements_of, wording_of
from models.dossier import Dossier
from models.dossier.base import LATER, MAX_TEXT, ImmutableDict, NoAnswer
from models.dossier.edit import Path, path_key, value_at, with_value
from models.folding import folded
from models.knowledge import Knowledge
from models.wording.words import shortened

__all__ = ["Item", "ItemKind", "OnDifference", "Report", "answers_into", "guessed_partner"]

_NAME = 80
"""Signs of a name of a partner before its remark, and in the report."""

Value = int | NoAnswer | str | date | None


class OnDifference(StrEnum):
    """What happens to an answer that the dossier has otherwise."""

    KEEP = "houd"
    REPLACE = "vervang"


class ItemKind(StrEnum):
    """What an item is about."""

    ANSWER = "answer"
    IMPORTANCE = "importance"
    REMARK = "remark"
    TEXT = "text"
    RESPONDENT = "respondent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Item:
    """One answer; ``question``: the words of the statement or question. ``before``: what the dossier had."""

    kind: ItemKind
    question: str
    path: Path
    value: Value
    before: Value = None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a form.

    ``taken``: put in where nothing was; ``replaced`` and ``kept``: differed, and what was done; ``same``: how many the
    dossier had already; ``changed``: fields of questions that are other questions now; ``full``: remarks for which
    there was no room. ``answered`` of ``statements`` and ``written`` of ``questions``: how complete the form is.
    """

    partner: str
    name: str
    taken: tuple[Item, ...]
    replaced: tuple[Item, ...]
    kept: tuple[Item, ...]
    same: int
    changed: tuple[str, ...]
    full: tuple[str, ...]
    odd: tuple[Oddity, ...]
    answered: int
    statements: int
    written: int
    questions: int
    other_knowledge: bool

    @property
    def differs(self) -> tuple[Item, ...]:
        """What the dossier had otherwise, whatever was done with it."""
        return (*self.replaced, *self.kept)


def answers_into(
    dossier: Dossier,
    knowledge: Knowledge,
    filled: FilledForm,
    partner: str | None = None,
    on_difference: OnDifference = OnDifference.KEEP,
) -> tuple[Dossier, Report]:
    """The dossier with the answers of ``filled``, and what was done. ``partner``: an id; None for that of the form.

    Raises :class:`OtherDossier`, :class:`OtherPartner`, :class:`PartnerGone` or :class:`PartnerNeeded`; then nothing
    of the form may be used.
    """
    if filled.mark.dossier != dossier.id:
        raise OtherDossier
    if partner and filled.mark.partner and partner != filled.mark.partner:
        raise OtherPartner
    owner = partner or filled.mark.partner
    if not owner:
        raise PartnerNeeded
    return _Merge(dossier, knowledge, filled, owner, on_difference).result()


def guessed_partner(dossier: Dossier, filled: FilledForm) -> str | None:
    """The partner of a form: by its mark, or by the name typed in it where exactly one partner has that name."""
    active = dossier.partners.active
    if filled.mark.partner:
        return next((row.id for row in active if row.id == filled.mark.partner), None)
    wanted = _plain(filled.organisation)
    found = [row.id for row in active if wanted and _plain(row.name) == wanted]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    words = folded(name).split()
    return " ".join(word for word in words if word not in ("gemeente", "de", "het"))


class _Merge:
    def __init__(
        self, dossier: Dossier, knowledge: Knowledge, filled: FilledForm, partner: str, on_difference: OnDifference
    ) -> None:
        self._dossier, self._knowledge, self._filled = dossier, knowledge, filled
        self._partner, self._on_difference = partner, on_difference
        self._name = shortened(partner_name(dossier, partner), _NAME)
        now = wording_of(knowledge)
        self._standing = frozenset(key for key, digest in filled.mark.questions.items() if now.get(key) == digest)
        self._taken: list[Item] = []
        self._replaced: list[Item] = []
        self._kept: list[Item] = []
        self._full: list[str] = []
        self._changed: list[str] = []
        self._same = 0

    def result(self) -> tuple[Dossier, Report]:
        """Everything put in, and the report."""
        filled, words = self._filled, self._words()
        places = {key: place for place, key in enumerate(words)}
        for row in sorted(filled.statements, key=lambda row: places.get(f"{STATEMENT}.{row.criterion}", -1)):
            key = f"{STATEMENT}.{row.criterion}"
            if self._stands(key):
                self._statement(row, words[key])
        for text in sorted(filled.texts, key=lambda text: places.get(text.field, -1)):
            if self._stands(text.field):
                kind, _, name = text.field.partition(".")
                part = "empathy_map" if kind == EMPATHY else "answers"
                self._put(Item(ItemKind.TEXT, words[text.field], (*self._intake, part, name), text.text))
        if filled.respondent:
            self._put(Item(ItemKind.RESPONDENT, "", (*self._intake, "respondent"), filled.respondent))
        if filled.held_on is not None:
            self._put(Item(ItemKind.DATE, "", (*self._intake, "held_on"), filled.held_on))
        return self._dossier, self._report()

    def _report(self) -> Report:
        filled = self._filled
        return Report(
            partner=self._partner,
            name=self._name,
            taken=tuple(self._taken),
            replaced=tuple(self._replaced),
            kept=tuple(self._kept),
            same=self._same,
            changed=tuple(self._changed),
            full=tuple(self._full),
            odd=filled.odd,
            answered=sum(row.answer is not None for row in filled.statements),
            statements=len(statements_of(self._knowledge)),
            written=len(filled.texts),
            questions=len(questions_of(self._knowledge)),
            other_knowledge=filled.mark.knowledge != self._knowledge.version,
        )

    @property
    def _intake(self) -> Path:
        return ("partners", "partners", self._partner, "intake")

    def _words(self) -> dict[str, str]:
        """By field, the words of what is asked."""
        asked = {f"{STATEMENT}.{row.id.value}": row.statement for row in statements_of(self._knowledge)}
        return asked | {f"{kind}.{row.id}": row.text for kind, row in questions_of(self._knowledge)}

    def _stands(self, key: str) -> bool:
        if key not in self._standing:
            self._changed.append(key)
        return key in self._standing

    def _statement(self, row: StatementFilled, words: str) -> None:
        base = ("vorm", "answers", row.criterion)
        for item in self._parts(row, words, base):
            self._put(item)
        if row.remark:
            self._remark(row.remark, words, (*base, "remark"))

    def _parts(self, row: StatementFilled, words: str, base: Path) -> Iterator[Item]:
        if row.answer is not None:
            yield Item(ItemKind.ANSWER, words, (*base, "partners", self._partner), row.answer)
        if row.importance is not None:
            yield Item(ItemKind.IMPORTANCE, words, (*base, "partner_importance", self._partner), row.importance)

    def _put(self, item: Item) -> None:
        before = value_at(self._dossier, item.path)
        if before == item.value and type(before) is type(item.value):
            self._same += 1
            return
        if before in (None, "", LATER):
            self._taken.append(item)
        else:
            differing = Item(item.kind, item.question, item.path, item.value, before)
            if self._on_difference is OnDifference.KEEP:
                self._kept.append(differing)
                return
            self._replaced.append(differing)
        self._write(item.path, item.value)

    def _write(self, path: Path, value: Value) -> None:
        """Put a value in its place; what somebody was typing there makes way."""
        dossier, key = with_value(self._dossier, path, value), path_key(path)
        if key in dossier.drafts:
            drafts = {draft: text for draft, text in dossier.drafts.items() if draft != key}
            dossier = dossier.model_copy(update={"drafts": ImmutableDict(drafts)})
        self._dossier = dossier

    def _remark(self, remark: str, words: str, path: Path) -> None:
        """Add the remark under what is there; what is there already is not added again."""
        before = value_at(self._dossier, path) or ""
        line = f"{self._name}: {remark}"
        if f"\n{line}\n" in f"\n{before}\n":
            self._same += 1
            return
        after = f"{before.rstrip()}\n{line}" if before.strip() else line
        if len(after) > MAX_TEXT:
            self._full.append(words)
            return
        self._taken.append(Item(ItemKind.REMARK, words, path, remark))
        self._write(path, after)
