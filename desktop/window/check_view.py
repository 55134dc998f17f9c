""" "Controleer uw antwoorden": every answer of a step with a way to change it, what is missing, and "afgerond"."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.window.page_view import PageView, clear
from desktop.window.rows import LinkRow
from desktop.window.words import number_of, place_of
from models.check import FindingKind
from models.dossier import Progress
from models.dossier.edit import Path
from models.flow import mark_finished
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.values import NOT_FILLED_IN
from wizards.look.tokens import TypeRole
from wizards.page import StepSpec
from wizards.privacy import internal_at
from wizards.widgets.boxes import Card, Rule, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.signs import Icon, Notice
from wizards.widgets.text import Heading, Label

__all__ = ["FINDING_KINDS", "CheckView"]

FINDING_KINDS = {
    FindingKind.CONTRADICTION: ("Dit spreekt elkaar tegen", "warning", "danger"),
    FindingKind.MISSING: ("Dit ontbreekt nog", "list", "ink2"),
    FindingKind.NOTICE: ("Let hierop", "help", "warn"),
}


class CheckView(PageView):
    """The check page of one step. ``change``: called with the path of the field that somebody wants to change."""

    def __init__(
        self, context: Context, spec: StepSpec, change: Callable[[Path], None], done: Callable[[], None]
    ) -> None:
        knowledge = context.editor.knowledge
        number, title = number_of(spec.step, knowledge), knowledge.step[spec.step].title
        caption = f"Onderdeel {number} van {len(knowledge.step)}  ·  {title}"
        super().__init__(context.look, "Controleer uw antwoorden", caption)
        self.context, self.spec, self._change, self._done = context, spec, change, done
        self._shown: object = None
        self.links: dict[Path, Button] = {}
        context.editor.insight_changed.connect(self._refresh_if_shown)

    @property
    def step(self) -> StepId:
        """The step that is checked."""
        return self.spec.step

    def refresh(self) -> None:
        """Show the answers as they are now."""
        editor = self.context.editor
        findings = tuple(f for f in editor.insight.findings if f.step is self.step)
        rows = self.spec.rows(editor.dossier, editor.knowledge)
        if self.context.privacy.hidden:
            rows = tuple(row for row in rows if not (row.internal or internal_at(editor.dossier, row.path)))
        finished = editor.dossier.progress.get(self.step, Progress()).finished
        if (rows, findings, finished) == self._shown:
            return
        self._shown = (rows, findings, finished)
        clear(self.body)
        self.links = {}
        for kind in FindingKind:
            self._add_findings(kind)
        groups = dict.fromkeys(r.group for r in rows)
        for group in groups:
            self._add_group(group, [r for r in rows if r.group == group])
        self._add_done(finished)

    def take_focus(self, path: Path) -> None:
        """The focus to the link that leads to ``path``, else to the heading."""
        link = self.links.get(path)
        (link or self.title).setFocus(Qt.FocusReason.OtherFocusReason)
        if link is not None:
            self.scroller.ensureWidgetVisible(link, 40, 80)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _add_findings(self, kind: FindingKind) -> None:
        editor, look = self.context.editor, self.look
        found = [f for f in editor.insight.findings if f.step is self.step and f.kind is kind]
        if not found:
            return
        words, icon, tone = FINDING_KINDS[kind]
        card = Card(look, fill="danger_bg" if tone == "danger" else "surface", bar=tone, padding=16, spacing=4)
        card.body.addWidget(Heading(look, words, 3))
        for finding in found:
            step, path = place_of(finding, editor.dossier)
            link = LinkRow(look, finding.text, icon=icon, tone=tone)
            if step is self.step:
                link.clicked.connect(lambda *_, path=path: self._change(path))
            else:
                link.clicked.connect(lambda *_, s=step, p=path: self.context.navigator.open_step(s, p))
            card.body.addWidget(link)
        self.body.addWidget(card)

    def _add_group(self, group: str, rows: list[CheckRow]) -> None:
        look = self.look
        card = Card(look, padding=20, spacing=4)
        card.body.addWidget(Heading(look, group, 3))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space(20))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for index, line in enumerate(rows):
            if index:
                grid.addWidget(Rule(look), 2 * index - 1, 0, 1, 3)
            self._add_row(grid, 2 * index, line)
        card.body.addWidget(holder)
        self.body.addWidget(card)

    def _add_row(self, grid: QGridLayout, at: int, line: CheckRow) -> None:
        look = self.look
        top = Qt.AlignmentFlag.AlignTop
        pad = (0, look.space(9), 0, look.space(9))
        question = Label(look, line.label, TypeRole.BODY_BOLD)
        question.setContentsMargins(*pad)
        empty = line.answer == NOT_FILLED_IN
        said = f"{line.answer}\nDit is nog geen geldig antwoord." if line.unread else line.answer
        answer = Label(look, said, colour="danger" if line.unread else "ink2" if empty else "ink")
        answer.setContentsMargins(*pad)
        grid.addWidget(question, at, 0, top)
        if line.internal:
            box = QWidget()
            inner = row(look.space(8))
            inner.addWidget(answer, 1)
            mark = Icon(look, "note-intern", "intern", 18)
            mark.setToolTip("Intern")
            inner.addWidget(mark)
            inner.addWidget(Label(look, "intern", TypeRole.CAPTION, "intern", wrap=False))
            box.setLayout(inner)
            grid.addWidget(box, at, 1, top)
        else:
            grid.addWidget(answer, at, 1, top)
        link = Button(look, "Wijzig", ButtonKind.QUIET)
        link.setAccessibleName(f"Wijzig: {line.label}")
        link.clicked.connect(lambda *_: self._change(line.path))
        self.links.setdefault(line.path, link)
        grid.addWidget(link, at, 2, top)

    def _add_done(self, finished: bool) -> None:
        look = self.look
        if finished:
            notice = Notice(look, "U heeft gezegd dat dit onderdeel is afgerond.")
            self.body.addWidget(notice)
            return
        card = Card(look, padding=16)
        line = row(look.space(16))
        line.addWidget(Label(look, "Klopt alles? Dan kunt u dit onderdeel afronden. Wijzigen kan altijd nog."), 1)
        button = Button(look, "Dit onderdeel is afgerond", ButtonKind.SOLID, icon="check")
        button.clicked.connect(lambda *_: self._finish())
        line.addWidget(button)
        card.body.addLayout(line)
        self.body.addWidget(card)

    def _finish(self) -> None:
        step, editor = self.step, self.context.editor
        title = editor.knowledge.step[step].title
        editor.apply(lambda dossier: mark_finished(dossier, step, True), f"{title} is afgerond.")
        if not editor.read_only:
            self._done()
