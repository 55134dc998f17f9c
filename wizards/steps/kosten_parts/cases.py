"""What went on elsewhere: a case as evidence, never as a prediction; and a warning where the facts match."""

from models import dutch
from models.advice.warnings import TRIGGERS
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.knowledge.catalogue import Case
from models.knowledge.source_words import notes_of
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import quiet_button
from wizards.widgets.signs import Notice
from wizards.widgets.text import Label

__all__ = ["CaseCard", "WarningCard", "case_lines", "matched"]


def case_lines(case: Case, about: str = "") -> tuple[str, ...]:
    """What happened, one line per event with its year; ``about``: only the events that name this word."""
    events = tuple(e for e in case.happened if about in e.text.lower()) or case.happened
    return tuple(f"{event.year}: {event.text}" if event.year else event.text for event in events)


def _dated(case: Case, knowledge: Knowledge) -> str:
    sources = dutch.listed([note.text for note in notes_of(knowledge, (case,))[:1]])
    return f"Feiten nagekeken op {dutch.day(case.facts_from)}. Bron: {sources}."


def matched(warning: str, dossier: Dossier, knowledge: Knowledge) -> str | None:
    """Why a warning holds here, in words; None where the facts do not match. For warnings that ask no form."""
    evidence = TRIGGERS[warning](dossier, None, None)
    return None if evidence is None else knowledge.warning[warning].because(evidence)


class CaseCard(Notice):
    """A case: what happened, the lesson, the date of the facts and the source, and the way to all of it.

    ``about``: only the events that name this word.
    """

    def __init__(self, context: Context, case: str, about: str = "") -> None:
        look, knowledge = context.look, context.editor.knowledge
        found = knowledge.case[case]
        super().__init__(look, f"Zo ging het bij {found.name}", "\n".join(case_lines(found, about)), "warn")
        self.body.addWidget(Label(look, found.lesson, TypeRole.BODY_BOLD))
        self.body.addWidget(Label(look, _dated(found, knowledge), TypeRole.CAPTION, "ink2"))
        line = row()
        line.addWidget(
            quiet_button(look, f"Lees over {found.name}", lambda: context.navigator.open_help(f"case:{case}"))
        )
        line.addStretch(1)
        self.body.addLayout(line)


class WarningCard(Notice):
    """A warning of a real case; shown only while the facts of the dossier match."""

    def __init__(self, context: Context, warning: str) -> None:
        look, knowledge = context.look, context.editor.knowledge
        self._context, self.warning = context, warning
        self.holds = False
        text = knowledge.warning[warning]
        super().__init__(look, text.title, text.text, "warn")
        self._because = Label(look)
        self._do = Label(look, text.do, TypeRole.BODY_BOLD)
        inner = column(look.space(6))
        for widget in (self._because, Label(look, text.what_happened), self._do):
            inner.addWidget(widget)
        case = knowledge.case[text.cases[0]]
        inner.addWidget(Label(look, _dated(case, knowledge), TypeRole.CAPTION, "ink2"))
        line = row()
        line.addWidget(
            quiet_button(look, f"Lees over {case.name}", lambda: context.navigator.open_help(f"case:{case.id}"))
        )
        line.addStretch(1)
        inner.addLayout(line)
        self.body.addLayout(inner)

    def refresh(self) -> None:
        """Show or hide it."""
        editor = self._context.editor
        because = matched(self.warning, editor.dossier, editor.knowledge)
        self.holds = because is not None
        self.setVisible(self.holds)
        self._because.setText(because or "")
        self._because.setVisible(bool(because))
