"""What the rounds do to the advice, as information: the ranking before and after, per partner, and what tips it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.report.content.brief import Brief
from desktop.report.content.tipping import Wording, tipping_blocks
from desktop.report.content.workshop_view import View
from desktop.report.tree import Align, Block, Column, KeySentence, Paragraph, Row, Table, cell, plain
from models.advice.results import Advice, FormAdvice, Outcome, PartnerView
from models.dutch import listed
from models.vocabulary import CooperationForm
from models.wording.words import bare_form, counted, first_upper, score_words
from models.workshop.effect import Effect, effect_of
from models.workshop.records import SubjectKind

__all__ = ["effect_blocks"]

_TRIAL = (
    "Dit is een proef. Waar de groep of een woordvoerder iets zette, telt dat antwoord. "
    "Anders telt de mediaan van de laatste ronde, met drie antwoorden of meer. "
    "Het programma verandert het dossier niet."
)
_NO_ADVICE = "Dit is informatie bij het gesprek, geen advies."

_IN_TRIAL = Wording("Met de werksessie", "Antwoord in de proef", "Wat doet de proef kantelen?")
"""Not "nu": that is what the dossier says in the tables above it."""


def effect_blocks(view: View) -> Iterator[Block]:
    """Empty where nobody voted on a statement or its importance."""
    if not any(one.kind in {SubjectKind.SCORE, SubjectKind.IMPORTANCE} for one in view.subjects):
        return
    brief = view.brief
    effect = effect_of(brief.dossier, brief.knowledge, view.rounds, view.session.workshop.decisions)
    yield KeySentence(_key(effect))
    yield Paragraph(plain(f"{_TRIAL} {_NO_ADVICE}"))
    yield Paragraph(plain(f"{_first('In het dossier nu', effect.before)} {_first('Met de werksessie', effect.after)}"))
    yield _scores(brief, effect)
    yield from _partners(brief, effect)
    after = replace(brief, dossier=effect.trial, advice=effect.after)
    form = effect.after.form
    if form.recommended is not None and form.winners:
        yield from tipping_blocks(after, _IN_TRIAL)


def _key(effect: Effect) -> str:
    """Without the name of a form: the report of a werksessie gives no advice."""
    if effect.before.form.recommended is None and effect.after.form.recommended is not None:
        return "Met de antwoorden van de werksessie is er wel een eerste plaats."
    if effect.turned:
        return "Met de antwoorden van de werksessie komt een andere vorm op plaats 1."
    if effect.after.form.recommended is None:
        return "Ook met de antwoorden van de werksessie is er geen eerste plaats."
    return "De antwoorden van de werksessie veranderen niet welke vorm op plaats 1 staat."


def _first(lead: str, advice: Advice) -> str:
    form = advice.form
    if form.outcome is Outcome.NO_ADVICE:
        return f"{lead}: er is te weinig beantwoord."
    if form.recommended is None:
        return f"{lead}: alle vormen vallen af."
    name = bare_form(form.recommended)
    if form.outcome is Outcome.NOT_CLEAR:
        return f"{lead}: geen vorm wint duidelijk, de lichtste is {name}."
    return f"{lead}: {name}."


def _scores(brief: Brief, effect: Effect) -> Table:
    columns = (
        Column("Vorm"),
        *(Column(head, 1.2, Align.RIGHT) for head in ("Nu in het dossier", "Met de werksessie")),
        Column("Wat er verandert", 1.8),
    )
    rows = []
    for outcome in effect.after.form.forms:
        before, after = (_score(advice.form, outcome.form) for advice in (effect.before, effect.after))
        change = "blijft gelijk" if before == after else "andere score"
        if (before == _OUT) is not (after == _OUT):
            change = "valt nu af" if after == _OUT else "valt niet meer af"
        texts = (brief.name(outcome.form), before, after, change)
        rows.append(Row(tuple(cell(text) for text in texts)))
    return Table("De score per vorm", columns, tuple(rows), unit="score van 0 tot 100")


_OUT = "valt af"


def _score(advice: FormAdvice, form: CooperationForm) -> str:
    outcome = advice.form(form)
    return _OUT if outcome.excluded_by else score_words(outcome.score)


def _partners(brief: Brief, effect: Effect) -> Iterator[Block]:
    before = {view.partner: view for view in effect.before.partners.views}
    after = {view.partner: view for view in effect.after.partners.views}
    names = {key: name for key, name in brief.partner_names.items() if key in after or key in before}
    if not names:
        return
    rows, turned = [], 0
    for key, name in names.items():
        first, last = _leading(before.get(key)), _leading(after.get(key))
        turned += first != last
        rows.append(Row(tuple(cell(text) for text in (name, first, last, _change(first, last)))))
    columns = (
        Column("Partner"),
        *(Column(head, 1.5) for head in ("Nu in het dossier", "Met de werksessie")),
        Column("Verschil", 1),
    )
    said = counted(turned, "partner krijgt", "partners krijgen")
    note = f"{first_upper(said)} een andere eerste plaats." if turned else ""
    unit = "met alleen de antwoorden van die partner"
    yield Table("Welke vorm staat bij elke partner op plaats 1?", columns, tuple(rows), unit=unit, note=note)


def _change(first: str, last: str) -> str:
    return "gelijk" if first == last else "anders"


def _leading(view: PartnerView | None) -> str:
    if view is None:
        return "geen antwoorden"
    ranks: Mapping[CooperationForm, int] = view.ranks
    return first_upper(listed([bare_form(form) for form, rank in ranks.items() if rank == 1])) or "geen vorm"
