"""The pages of the questionnaire: who fills in, how, the statements, the questions."""

from dataclasses import replace

from desktop.questionnaire import texts
from desktop.questionnaire.questions import (
    DATE_FIELD,
    EMPATHY,
    FUNCTION_FIELD,
    INTERVIEW,
    ORGANISATION_FIELD,
    STATES,
    Part,
    question_field,
    statement_field,
    statements_of,
)
from desktop.questionnaire.sheet import Sheet, SpotKind, lines_of
from desktop.report import styles
from desktop.report.styles import ALONG, AXIS, COLUMN, FRAME_TOP, FULL, LEFT, MM, PAGE_HEIGHT, SMALL, TextStyle
from models.dossier.base import NoAnswer
from models.figures import Anchor, Role
from models.knowledge import Knowledge
from models.knowledge.catalogue import Question
from models.knowledge.forms import Criterion
from models.wording.words import shortened

__all__ = ["draw_questionnaire"]

_BAR, _KIND_TOP = 28 * MM, 31 * MM
_TITLE = replace(styles.TITLE, size=26, leading=31)
_LEAD = replace(styles.BODY, after=9, balance=True)
_ASKED = TextStyle(11.5, 15, styles.SEMI, balance=True)
_WORDS = TextStyle(9.5, 12, balance=True)
_STRONG = TextStyle(9.5, 12, styles.SEMI)
_AXIS_X = LEFT + AXIS
_BUTTON = 17.0
_LOOSE_AFTER = 9.0
_REMARK, _ANSWER = 33.0, 74.0
_STEP = (ALONG - 2 * _BUTTON) / 4
_END_WORDS = 105.0
_NAME = 160
"""Signs of a name that the form shows; the dossier keeps all of it."""


def draw_questionnaire(title: str, partner: str | None, knowledge: Knowledge, code: str, pages: int) -> Sheet:
    """All pages. ``partner``: its name, None for a form that asks who fills it in; ``pages``: how many there are."""
    sheet = _Pages(title, partner, code, pages)
    sheet.opening()
    sheet.statements(statements_of(knowledge))
    asked = knowledge.questionnaire
    sheet.questions(texts.INTERVIEW_TITLE, texts.INTERVIEW_LEAD, INTERVIEW, asked.interview)
    sheet.questions(texts.EMPATHY_TITLE, texts.EMPATHY_LEAD, EMPATHY, asked.empathy_map)
    return sheet


class _Pages(Sheet):
    def __init__(self, title: str, partner: str | None, code: str, pages: int) -> None:
        super().__init__()
        self._title, self._partner = shortened(title, 160), partner and shortened(partner, _NAME)
        self._code, self._pages = code, pages
        self._running()

    def new_page(self) -> None:
        """The next page, with its running lines."""
        super().new_page()
        self._running()

    def _running(self) -> None:
        if self.page:
            self.running(texts.KIND, LEFT, 12.5 * MM, FULL / 2, SMALL, Anchor.START)
            self.running(self._partner or self._title, LEFT + FULL / 2, 12.5 * MM, FULL / 2, SMALL, Anchor.END)
        foot = PAGE_HEIGHT - 14 * MM
        self.rule(LEFT, foot - 13, FULL)
        self.running(f"kenmerk {self._code}", LEFT, foot - 8, FULL / 2, SMALL, Anchor.START)
        number = replace(SMALL, size=9, weight=styles.SEMI, colour=Role.INK)
        words = f"pagina {self.page + 1} van {self._pages}" if self._pages else f"pagina {self.page + 1}"
        self.running(words, LEFT + FULL / 2, foot - 8, FULL / 2, number, Anchor.END)

    def _paragraph(self, text: str, style: TextStyle, kind: str = "P", label: str = "") -> None:
        """Text on the axis, with a label in the margin."""
        with self.element(kind):
            if label:
                self.text(label, LEFT, self.y, COLUMN, styles.LABEL)
            self.y += self.text(text, _AXIS_X, self.y, ALONG, style)
        self.y += style.after

    # --- first page

    def opening(self) -> None:
        """Title, explanation, who fills in."""
        self.rule(LEFT, _BAR, FULL, Role.ACCENT, 3)
        with self.element("P"):
            self.text(texts.KIND, _AXIS_X, _KIND_TOP, ALONG, styles.KIND)
        self.y = _KIND_TOP + 35
        self._paragraph(texts.TITLE, _TITLE, "H1")
        if self._title:
            self._paragraph(self._title, replace(styles.SUBTITLE, after=14))
        self._paragraph(texts.LEAD, replace(styles.KEY, after=14))
        with self.element("L"):
            for number, line in enumerate(texts.HOW_LINES):
                self._how(line, texts.HOW_LABEL if not number else "")
        self.y += 10
        self._who()

    def _how(self, line: str, label: str) -> None:
        with self.element("LI"), self.element("LBody"):
            if label:
                self.text(label, LEFT, self.y, COLUMN, styles.LABEL)
            self.y += self.text(line, _AXIS_X, self.y, ALONG, styles.BODY)
        self.y += 5

    def _who(self) -> None:
        self.rule(LEFT, self.y, FULL)
        self.y += 9
        if self._partner:
            self._paragraph(self._partner, replace(styles.KIND, after=8), label=texts.ORGANISATION)
        else:
            self._line_field(ORGANISATION_FIELD, texts.ORGANISATION, ALONG)
        self._line_field(FUNCTION_FIELD, texts.FUNCTION, ALONG)
        self._line_field(DATE_FIELD, texts.DATE, 130)
        self.y += 5

    def _line_field(self, name: str, label: str, width: float) -> None:
        with self.element("P"):
            high = max(20.0, len(lines_of(label, styles.LABEL, COLUMN)) * 12.0)
            self.text(label, LEFT, self.y + 2, COLUMN, replace(styles.LABEL, leading=12))
            self.spot(SpotKind.LINE, name, label, (_AXIS_X, self.y, width, 20))
        self.y += high + 6

    # --- statements

    def _heading(self, title: str, first: float) -> None:
        """A chapter, with room under it for what comes ``first``."""
        if self.left_over < 96 + first:
            self.new_page()
        elif self.y > FRAME_TOP:
            self.y += 16
        self.rule(LEFT, self.y, FULL, Role.INK, 1)
        self.y += 8
        with self.element("H2"):
            self.y += self.text(title, _AXIS_X, self.y, ALONG, replace(styles.H1, size=18))
        self.y += 5

    def statements(self, asked: tuple[Criterion, ...]) -> None:
        """Part 1."""
        self._heading(texts.STATEMENTS_TITLE, self._height_of(asked[0]))
        self._paragraph(texts.STATEMENTS_LEAD, replace(_LEAD, after=4))
        self._paragraph(texts.ANSWER_HELP, _LEAD)
        for number, criterion in enumerate(asked, 1):
            if self.left_over < self._height_of(criterion):
                self.new_page()
            with self.element("Sect"):
                self._statement(number, criterion)

    def _end_lines(self, criterion: Criterion) -> int:
        ends = (criterion.low, criterion.middle, criterion.high)
        return max(len(lines_of(words, _WORDS, _END_WORDS)) for words in ends)

    def _height_of(self, criterion: Criterion) -> float:
        asked = len(lines_of(criterion.statement, _ASKED, ALONG)) * _ASKED.leading
        return 7 + asked + 5 + _BUTTON + 2 + self._end_lines(criterion) * 12 + 5 + 18 + 6 + _REMARK + _LOOSE_AFTER

    def _statement(self, number: int, criterion: Criterion) -> None:
        self.rule(LEFT, self.y, FULL)
        self.y += 7
        with self.element("H3"):
            self.text(f"Stelling {number}", LEFT, self.y + 0.5, COLUMN, styles.LABEL)
            self.y += self.text(criterion.statement, _AXIS_X, self.y, ALONG, _ASKED)
        self.y += 5
        self._scale(criterion)
        self._beside(criterion)
        self._remark(criterion)

    def _scale(self, criterion: Criterion) -> None:
        sides = {
            1: (criterion.low, Anchor.START),
            3: (criterion.middle, Anchor.MIDDLE),
            5: (criterion.high, Anchor.END),
        }
        under = self.y + _BUTTON + 2
        for state, answer in STATES.items():
            if isinstance(answer, NoAnswer):
                continue
            x = _AXIS_X + (answer - 1) * _STEP
            with self.element("P"):
                words, side = sides.get(answer, ("", Anchor.START))
                self._button(criterion, state, f"{answer}: {words}" if words else str(answer), x, self.y)
                self.text(str(answer), x + _BUTTON + 2, self.y + 2.5, 14, _STRONG)
                if words:
                    at = {Anchor.START: 0.0, Anchor.MIDDLE: (ALONG - _END_WORDS) / 2, Anchor.END: ALONG - _END_WORDS}
                    self.text(words, _AXIS_X + at[side], under, _END_WORDS, _WORDS, side)
            if answer < 5:
                self.rule(x + _BUTTON + 15, self.y + _BUTTON / 2, _STEP - _BUTTON - 19)
        self.y = under + self._end_lines(criterion) * 12 + 5

    def _button(self, criterion: Criterion, state: str, words: str, x: float, top: float) -> None:
        name = statement_field(criterion.id.value, Part.ANSWER)
        label = f"{criterion.statement} {words}"
        where = (x, top, _BUTTON, _BUTTON)
        self.spot(SpotKind.BUTTON, name, label, where, state=state, question=criterion.statement)

    def _beside(self, criterion: Criterion) -> None:
        """No answer, and how much the statement weighs."""
        x = _AXIS_X
        for state, words in (
            ("weet-ik-niet", texts.UNKNOWN_WORDS),
            ("niet-van-toepassing", texts.NOT_APPLICABLE_WORDS),
        ):
            with self.element("P"):
                self._button(criterion, state, words, x, self.y)
                self.text(words, x + _BUTTON + 2, self.y + 2.5, 90, _WORDS)
            x += _BUTTON + 72
        with self.element("P"):
            right = _AXIS_X + ALONG
            self.text(texts.IMPORTANCE, right - 148, self.y + 2.5, 106, _STRONG, Anchor.END)
            label = f"{texts.IMPORTANCE}: {criterion.statement}"
            where = (right - 36, self.y, 36, 18)
            self.spot(SpotKind.NUMBER, statement_field(criterion.id.value, Part.IMPORTANCE), label, where)
        self.y += 18 + 6

    def _remark(self, criterion: Criterion) -> None:
        with self.element("P"):
            self.text(texts.REMARK, LEFT, self.y, COLUMN, styles.LABEL)
            label = f"{texts.REMARK}: {criterion.statement}"
            name = statement_field(criterion.id.value, Part.REMARK)
            self.spot(SpotKind.AREA, name, label, (_AXIS_X, self.y, ALONG, _REMARK))
        self.y += _REMARK + _LOOSE_AFTER

    # --- questions

    def questions(self, title: str, lead: str, kind: str, asked: tuple[Question, ...]) -> None:
        """A part with questions that are answered in words."""
        self._heading(title, self._question_height(asked[0]))
        self._paragraph(lead, _LEAD)
        for number, question in enumerate(asked, 1):
            if self.left_over < self._question_height(question):
                self.new_page()
            with self.element("Sect"):
                self._question(number, kind, question)

    def _question_height(self, question: Question) -> float:
        lines = len(lines_of(question.text, _ASKED, ALONG)) * _ASKED.leading
        help_lines = len(lines_of(question.help or "", styles.SMALL, ALONG)) * styles.SMALL.leading
        return 7 + lines + help_lines + 6 + _ANSWER + 12

    def _question(self, number: int, kind: str, question: Question) -> None:
        self.rule(LEFT, self.y, FULL)
        self.y += 7
        with self.element("H3"):
            self.text(f"Vraag {number}", LEFT, self.y + 0.5, COLUMN, styles.LABEL)
            self.y += self.text(question.text, _AXIS_X, self.y, ALONG, _ASKED)
        if question.help:
            self._paragraph(question.help, replace(styles.SMALL, after=0))
        self.y += 6
        label = " ".join(filter(None, (question.text, question.help)))
        with self.element("P"):
            where = (_AXIS_X, self.y, ALONG, _ANSWER)
            self.spot(SpotKind.AREA, question_field(kind, question.id), label, where)
        self.y += _ANSWER + 12
