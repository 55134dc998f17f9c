"""The report of a werksessie that was held: who was there, what they answered, where they differ, what they agreed."""

from collections.abc import Callable, Iterator

from desktop.report.content.title_page import logo_of
from desktop.report.content.workshop_after import NO_DECISION, after_blocks
from desktop.report.content.workshop_dots import dots_blocks
from desktop.report.content.workshop_network import network_blocks
from desktop.report.content.workshop_partners import differing_blocks
from desktop.report.content.workshop_people import AIM_ON_TOP, people_blocks, roles_words
from desktop.report.content.workshop_view import View
from desktop.report.content.workshop_votes import voted_blocks, votes_key
from desktop.report.tree import Block, Heading, Meta, TitlePage
from models.dutch import day, listed
from models.wording.words import counted, sentence, shortened
from models.workshop.records import SubjectKind

__all__ = ["held_blocks"]

_NAMED, _FACT = 4, 300

Chapter = tuple[str, Callable[[str], Iterator[Block]]]
"""A title, and what makes its blocks from its letter."""


def held_blocks(
    view: View, meta: Meta, answers: Callable[[], Iterator[Block]], dossier: Callable[[], Iterator[Block]]
) -> Iterator[Block]:
    """All blocks. ``answers``: of the partners in the dossier; ``dossier``: what it says on agreements."""
    yield _opening(view, meta)
    chapters: tuple[Chapter, ...] = (
        ("De werksessie", lambda _: people_blocks(view)),
        ("Wat de groep antwoordde", lambda letter: voted_blocks(view, letter)),
        ("Waar de groep verschilt", lambda letter: differing_blocks(view, letter)),
        ("Waar de stippen liggen", lambda letter: dots_blocks(view, letter)),
        ("De netwerkopstelling", lambda _: network_blocks(view)),
        ("Wat dit doet met het advies", lambda _: _effect(view)),
        ("De antwoorden in het dossier", lambda _: answers()),
        ("Afspraken en vervolg", lambda letter: after_blocks(view, letter, dossier())),
    )
    number = 0
    for title, made in chapters:
        letter = chr(ord("A") + number)
        blocks = list(made(letter))
        if blocks:
            number += 1
            yield Heading(1, title, letter)
            yield from blocks


def _effect(view: View) -> Iterator[Block]:
    """Its arithmetic takes time to load, and most reports do without."""
    if not any(one.kind in {SubjectKind.SCORE, SubjectKind.IMPORTANCE} for one in view.subjects):
        return
    from desktop.report.content.workshop_effect import effect_blocks

    yield from effect_blocks(view)


def _opening(view: View, meta: Meta) -> TitlePage:
    workshop = view.session.workshop
    name = view.told(workshop.name, 120)
    return TitlePage(
        kind=meta.kind,
        status=meta.status,
        title=shortened(view.brief.dossier.title, 160),
        subtitle=name if name and name.casefold() != "werksessie" else _partners(view),
        label="Uitkomst",
        sentences=(f"{votes_key(view)} {NO_DECISION}",),
        facts=tuple(_facts(view)),
        logo=logo_of(view.brief),
        whole=False,
    )


def _partners(view: View) -> str:
    names = [shortened(name, 40) for name in view.brief.partner_names.values()]
    if not names:
        return "Een werksessie van de partners"
    told = listed(names) if len(names) <= _NAMED else counted(len(names), "partner", "partners")
    return f"Een werksessie van {told}"


def _facts(view: View) -> Iterator[tuple[str, str]]:
    workshop = view.session.workshop
    yield "Datum", "nog niet ingevuld" if workshop.held_on is None else day(workshop.held_on)
    yield "Plaats", view.told(workshop.place, _FACT) or "nog niet ingevuld"
    there = sum(one.present for one in view.people)
    absent = len(view.people) - there
    people = f"{there} aanwezig" + (f", {absent} afwezig" if absent else "")
    yield "Deelnemers", people if view.people else "nog niet ingevuld"
    if roles := roles_words(view, [one for one in view.people if one.present]):
        yield "Functies", shortened(roles, _FACT)
    aim = view.told(workshop.aim)
    if aim and len(aim) <= AIM_ON_TOP:
        yield "Doel", sentence(aim)
    if view.brief.dossier.fictional:
        yield "Let op", "dit is een voorbeeld: de gegevens in dit dossier zijn verzonnen"
