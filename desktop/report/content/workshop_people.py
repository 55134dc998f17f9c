"""Who was there, what for, by which rule, and how people voted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.report.content.workshop_view import View
from desktop.report.tree import (
    Align,
    Block,
    Column,
    KeySentence,
    LabelledParagraph,
    Row,
    RowKind,
    Table,
    cell,
    plain,
)
from models.wording.words import counted, first_upper, sentence, shortened, spelled
from models.workshop.records import ConsensusKind, ConsensusRule, Participant

__all__ = ["AIM_ON_TOP", "people_blocks", "roles_words", "rule_words"]

_ROLE = 60
AIM_ON_TOP = 240
"""Signs of an aim that stands on the first page; a longer one stands in the chapter."""

_PLURALS = (
    *(("raadslid", "raadsleden"), ("collegelid", "collegeleden")),
    *(("wethouder", "wethouders"), ("burgemeester", "burgemeesters"), ("griffier", "griffiers")),
    *(("gemeentesecretaris", "gemeentesecretarissen"), ("secretaris", "secretarissen")),
    *(("ambtenaar", "ambtenaren"), ("medewerker", "medewerkers"), ("bestuurder", "bestuurders")),
    *(("adviseur", "adviseurs"), ("manager", "managers"), ("directeur", "directeuren"), ("jurist", "juristen")),
    *(("controller", "controllers"), ("inwoner", "inwoners"), ("bestuurslid", "bestuursleden")),
)
_NO_ROLE = ("deelnemer", "deelnemers")
_ANONYMOUS = "De stemmen staan hier zonder naam. Het programma liet geen antwoord zien voordat de ronde gesloten was."
_FEW = (
    "Bij minder dan vijf antwoorden staat hier geen verdeling, en bij minder dan drie geen mediaan. "
    "Zij staan er ook niet als zij zouden verraden wat iemand antwoordde."
)
_TERMS = "De mediaan is het middelste antwoord. In de middelste helft ligt de helft van de antwoorden, rond de mediaan."
_BY_GROUP = "Het antwoord van de groep is nooit uitgerekend: de groep zette het zelf."


def people_blocks(view: View) -> Iterator[Block]:
    """Key sentence, aim, attendance, names of who agreed, the rule, how the votes were held."""
    yield KeySentence(_key(view))
    aim = view.told(view.session.workshop.aim)
    if len(aim) > AIM_ON_TOP:
        yield LabelledParagraph("Doel", plain(sentence(aim)))
    yield from _rules(view)
    if view.rounds:
        yield LabelledParagraph("Stemmen", plain(f"{_ANONYMOUS} {_FEW} {_BY_GROUP}"))
        yield LabelledParagraph("Woorden", plain(_TERMS))
    if unread := view.session.unread:
        yield LabelledParagraph("Niet gelezen", plain(_unread(unread)))
    if view.people:
        yield _attendance(view)
        yield from _named(view)


def _rules(view: View) -> Iterator[Block]:
    """By which rule people agree. Before the first round it may still become another."""
    rules = list(dict.fromkeys(one.rule for one in view.rounds))
    if not rules:
        said = f"Deze regel geldt zodra de eerste ronde begint. {rule_words(view.session.workshop.rule)}"
        yield LabelledParagraph("Regel", plain(said))
    elif len(rules) == 1:
        yield LabelledParagraph("Regel", plain(f"Deze regel lag vast vóór de eerste ronde. {rule_words(rules[0])}"))
    else:
        told = " ".join(rule_words(rule) for rule in rules)
        yield LabelledParagraph("Regels", plain(f"Niet elke ronde had dezelfde regel. {told}"))


def rule_words(rule: ConsensusRule) -> str:
    """When people agree, in words."""
    if rule.kind is ConsensusKind.NEAR_MEDIAN:
        share = f"minstens {rule.percentage}% van de antwoorden"
        if not rule.points:
            return f"De groep is het eens als {share} gelijk is aan de mediaan."
        near = f"De groep is het eens als {share} hooguit {counted(rule.points, 'punt', 'punten')} van de mediaan ligt."
        return f"{near} {_double(rule.points)}"
    if not rule.points:
        return "De groep is het eens als de middelste helft van de antwoorden gelijk is."
    points = counted(rule.points, "punt", "punten")
    return f"De groep is het eens als de middelste helft hooguit {points} breed is. {_double(rule.points)}"


def _double(points: int) -> str:
    return f"Op de schaal van 0 tot 10 is dat hooguit {spelled(2 * points)} punten."


def _key(view: View) -> str:
    there = [one for one in view.people if one.present]
    if not view.people:
        return "Er is nog niet vastgelegd wie er waren."
    partners = {one.partner for one in there if view.partner(one.partner)}
    people = first_upper(counted(len(there), "deelnemer was er", "deelnemers waren er"))
    if not partners:
        return f"{people}."
    return f"{people}, van {counted(len(partners), 'partner', 'partners')}."


def _unread(number: int) -> str:
    if number == 1:
        return "Eén ronde van dit dossier kon het programma niet lezen. Die staat niet in dit verslag."
    return (
        f"{first_upper(spelled(number))} rondes van dit dossier kon het programma niet lezen. Zij staan hier niet in."
    )


# --- attendance


def _attendance(view: View) -> Table:
    columns = (
        Column("Partner"),
        Column("Functies van wie er waren", 3.2),
        *(Column(head, 0.9, Align.RIGHT) for head in ("Aanwezig", "Afwezig")),
    )
    rows = [_partner_row(view, name, of) for name, of in _groups(view)]
    there = sum(one.present for one in view.people)
    if len(rows) > 1:
        texts = ("Samen", "", str(there), str(len(view.people) - there))
        rows.append(Row(tuple(cell(text) for text in texts), kind=RowKind.TOTAL))
    return Table("Wie waren er?", columns, tuple(rows), unit="aantal mensen, naar functie en partner")


def _groups(view: View) -> Iterator[tuple[str, list[Participant]]]:
    names = view.brief.partner_names
    for key, name in names.items():
        if of := [one for one in view.people if one.partner == key]:
            yield name, of
    if others := [one for one in view.people if one.partner not in names]:
        yield "Geen partner", others


def _partner_row(view: View, name: str, of: Sequence[Participant]) -> Row:
    there = [one for one in of if one.present]
    texts = (name, roles_words(view, there) or "–", str(len(there)), str(len(of) - len(there)))
    return Row(tuple(cell(text) for text in texts))


def roles_words(view: View, people: Sequence[Participant]) -> str:
    """``5 raadsleden, 1 wethouder``."""
    roles = Counter(view.told(one.role).casefold() for one in people)
    return ", ".join(_role(role, count) for role, count in roles.most_common())


def _role(role: str, count: int) -> str:
    if not role:
        return f"{count} {_NO_ROLE[count > 1]}"
    known = next(((one, more) for one, more in _PLURALS if role.endswith(one)), None)
    if count == 1:
        return f"1 {shortened(role, _ROLE)}"
    if known is None:
        return f"{count} keer {shortened(role, _ROLE)}"
    return f"{count} {shortened(role.removesuffix(known[0]), _ROLE)}{known[1]}"


def _named(view: View) -> Iterator[Block]:
    if not view.named:
        yield LabelledParagraph("Namen", plain("Niemand staat met naam in dit verslag."))
        return
    columns = (Column("Naam"), Column("Functie", 1.4), Column("Partner", 1.4), Column("Aanwezig", 0.8))
    rows = []
    for one in view.named:
        role = shortened(view.told(one.role), _ROLE) or "deelnemer"
        spoken = f"{role}, woordvoerder" if one.spokesperson else role
        texts = (shortened(one.name, 80), spoken, view.partner(one.partner) or "–", "ja" if one.present else "nee")
        rows.append(Row(tuple(cell(text) for text in texts)))
    note = "Zij staan hier met naam, met hun instemming. De anderen staan zonder naam in dit verslag."
    if len(view.named) == len(view.people):
        note = "Zij staan hier met naam, met hun instemming."
    yield Table("Deelnemers met naam", columns, tuple(rows), note=note)
