"""Wat er al is: structuur, personen en weefsel, each with a score, and the cooperations that are there already."""

from models.dossier import Dossier
from models.dossier.base import NoAnswer
from models.dossier.edit import Path, fresh_id
from models.dossier.explore import ExistingCooperation
from models.dutch import listed
from models.knowledge import Knowledge
from models.knowledge.catalogue import PillarText
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Records
from wizards.forms.values import NO_ANSWER_WORDS
from wizards.page import StepPage, StepSpec
from wizards.steps.beginsituatie_parts.scores import SCORE_WORDS, conclusion, scores_of
from wizards.steps.options import basis_options, form_options, partner_name, partner_options
from wizards.widgets.bars import ArmBars, Bar
from wizards.widgets.boxes import Card
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC", "PillarFigure"]

STEP = StepId.BEGINSITUATIE
BASE = (STEP.value,)


def _question(pillar: PillarText, ending: str) -> str:
    return next((question.text for question in pillar.questions if question.id.endswith(ending)), "")


def _pillar_group(pillar: PillarText) -> Group:
    look_at = listed([point[0].lower() + point[1:] for point in pillar.look_at])
    fields = (
        Field(
            "score",
            f"{pillar.name}: welke score geeft u?",
            Kind.SCORE,
            no_answers=ALL_NO_ANSWERS,
            required=True,
            words=(SCORE_WORDS[1], SCORE_WORDS[3], SCORE_WORDS[5]),
        ),
        Field("good", f"{pillar.name}: wat gaat goed?", Kind.AREA, why=_question(pillar, "-goed")),
        Field("change", f"{pillar.name}: wat moet veranderen?", Kind.AREA, why=_question(pillar, "-anders")),
    )
    return Group(pillar.name, (*BASE, "pillars", pillar.id.value), fields, f"{pillar.text} Kijk naar: {look_at}.")


def _detail(item: ExistingCooperation, dossier: Dossier, knowledge: Knowledge) -> str:
    said = []
    if item.form is not None and not isinstance(item.form, NoAnswer):
        said.append(knowledge.form[item.form].name)
    if item.basis is not None and not isinstance(item.basis, NoAnswer):
        said.append(knowledge.basis[item.basis].name)
    elif isinstance(item.basis, NoAnswer):
        said.append(f"rechtsvorm: {NO_ANSWER_WORDS[item.basis.no_answer]}")
    said.extend(partner_name(dossier, partner) for partner in item.partners)
    return ", ".join(said)


def _existing() -> Records:
    return Records(
        (*BASE, "existing"),
        "Bestaande samenwerkingen",
        "samenwerking",
        "Samenwerking verwijderd.",
        (
            Field("name", "Naam", Kind.LINE, required=True),
            Field("form", "Samenwerkingsvorm", Kind.CHOICE, options=form_options, no_answers=ALL_NO_ANSWERS),
            Field("basis", "Rechtsvorm", Kind.CHOICE, options=basis_options, no_answers=ALL_NO_ANSWERS),
            Field("partners", "Welke partners doen mee?", Kind.MANY, options=partner_options),
            Field("text", "Wat leert u ervan?", Kind.AREA, why="Wat werkt, wat wringt, en wat neemt u mee?"),
        ),
        make=lambda _dossier: ExistingCooperation(id=fresh_id()),
        headline=lambda item, _dossier, _knowledge: item.name,
        detail=_detail,
        why="Bouw op wat er al is. Soms is een nieuwe vorm niet nodig.",
        empty="Noem de samenwerkingen die de partners nu al met elkaar hebben.",
    )


def groups(_dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the page."""
    again = "Herhaal de scores als mensen wisselen en na verkiezingen. Wat nu werkt, kan later wegvallen."
    return (
        *(_pillar_group(pillar) for pillar in knowledge.steering.pillars),
        Group("Wat er al is", BASE, (_existing(),)),
        Group(
            "Opnieuw kijken",
            BASE,
            (Field("review_on", "Wanneer geeft u opnieuw scores?", Kind.DATE, why=again),),
        ),
    )


class PillarFigure(Card):
    """The three scores below each other, with a conclusion in words."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        self.body.addWidget(Heading(context.look, "De drie scores naast elkaar", 3))
        self.bars = ArmBars(context.look, "Scores van structuur, personen en weefsel")
        self.body.addWidget(self.bars)
        why = "De drie vullen elkaar aan. Een hoge score maakt een lage niet goed."
        self.body.addWidget(Label(context.look, why, colour="ink2"))

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor = self._context.editor
        scores = scores_of(editor.dossier)
        bars = []
        for pillar in editor.knowledge.steering.pillars:
            score = scores[pillar.id]
            words = f"{score}: {SCORE_WORDS[score]}" if score is not None else "nog geen score"
            bars.append(Bar(pillar.name, (score or 0) / 5, words))
        self.bars.show_bars(tuple(bars), conclusion(scores, editor.knowledge))


def _reveal_open(page: StepPage, path: Path) -> bool:
    """For the scores as a whole: put the focus on the first one that is missing."""
    if path != (*BASE, "pillars"):
        return False
    scores = scores_of(page.context.editor.dossier)
    pillar = next((one for one, score in scores.items() if score is None), next(iter(scores)))
    return any(card.reveal((*path, pillar.value, "score")) for card in page.cards)


def page(context: Context) -> StepPage:
    """The page."""
    made = StepPage(context, STEP)
    figure = PillarFigure(context)
    made.add_widget(figure, figure.refresh, lambda path: _reveal_open(made, path))
    for group in groups(context.editor.dossier, context.editor.knowledge):
        made.add_group(group)
    return made


SPEC = StepSpec(STEP, page, groups)
