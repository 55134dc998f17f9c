"""Pages of the naslag from practice: factors, cases, warnings, examples, background, wegwijzers, lists, costs."""

from collections.abc import Iterator, Sequence

from models.dutch import day, listed
from models.knowledge.base import Item, Sourced, SourcedLine
from models.knowledge.catalogue import CheckItem, ExitText, Factor, NamedByN, SuccessFactor
from models.knowledge.loader import Knowledge
from models.knowledge.source_words import notes_of
from models.knowledge.topic import Block, Bullets, Facts, Heading, Paragraph, Topic, TopicKind

__all__ = ["BUILDERS"]

_PHASES = {
    "randvoorwaarden": "voordat u begint",
    "proces": "tijdens het opzetten",
    "staand": "als de samenwerking loopt",
}
_WORLDS = {"zorg": "Zorg", "veilig": "Veiligheid", "overheid": "Overheid", "overig": "Overige"}


def _factors(knowledge: Knowledge) -> Iterator[Topic]:
    for factor in knowledge.factors.factors:
        body = (Paragraph(factor.text), Facts(_when(factor)))
        yield _factor(knowledge, factor, body)
    success = (*knowledge.factors.success_factors, *knowledge.factors.labour_success_factors)
    for row in success:
        yield _factor(knowledge, row, (Paragraph(row.text), Facts(_check(row))))
    for item in knowledge.factors.labour_obstacles:
        yield _factor(knowledge, item, (Paragraph(item.text), Facts((("Soort", "Hindert op de arbeidsmarkt"),))))


def _factor(knowledge: Knowledge, item: Item, body: tuple[Block, ...]) -> Topic:
    return Topic(
        f"factor:{item.id}", TopicKind.FACTOR, item.name, body, notes_of(knowledge, (item,)), ("step:factoren",)
    )


def _when(factor: Factor) -> tuple[tuple[str, str], ...]:
    kind = "Helpt" if factor.direction == "bevorderend" else "Hindert"
    return (("Soort", kind), ("Wanneer", _PHASES[factor.phase].capitalize()))


def _check(row: SuccessFactor) -> tuple[tuple[str, str], ...]:
    origin = "" if row.from_source else " (vraag van Vormwijzer zelf)"
    return (("Soort", f"Succesfactor {row.number}"), ("Controlevraag", row.check_question + origin))


def _cases(knowledge: Knowledge) -> Iterator[Topic]:
    for case in knowledge.cases.cases:
        warnings = [warning for warning in knowledge.cases.warnings if case.id in warning.cases]
        facts = [
            ("Partners", listed(case.partners)),
            ("Jaren", case.years),
            ("Samenwerkingsvorm", listed([knowledge.form[form].name for form in case.forms])),
            ("Rechtsvorm", listed([knowledge.basis[basis].name for basis in case.legal_bases]) or "niet bekend"),
            ("Taken", case.tasks),
            *((("Omvang", case.size),) if case.size else ()),
            ("Feiten van", day(case.facts_from)),
        ]
        body: list[Block] = [
            Facts(tuple(facts)),
            *((Paragraph(case.legal_note),) if case.legal_note else ()),
            Heading("Wat er gebeurde"),
            Bullets(tuple(f"{event.year}: {event.text}" if event.year else event.text for event in case.happened)),
            *(Heading("Wat u ervan leert"), Paragraph(case.lesson)),
        ]
        links = (
            *(f"form:{form}" for form in case.forms),
            *(f"basis:{basis}" for basis in case.legal_bases),
            *(f"warning:{warning.id}" for warning in warnings),
        )
        yield Topic(f"case:{case.id}", TopicKind.CASE, case.name, tuple(body), notes_of(knowledge, (case,)), links)
    missing = tuple(Paragraph(row.text) for row in knowledge.cases.missing)
    notes = notes_of(knowledge, knowledge.cases.missing)
    yield Topic("case:ontbreekt", TopicKind.CASE, "Welke praktijkgevallen ontbreken", missing, notes)


def _warnings(knowledge: Knowledge) -> Iterator[Topic]:
    for row in knowledge.cases.warnings:
        body = (
            Paragraph(row.text),
            *(Heading("Wat er gebeurde"), Paragraph(row.what_happened)),
            *(Heading("Wat u kunt doen"), Paragraph(row.do)),
        )
        links = tuple(f"case:{case}" for case in row.cases)
        yield Topic(f"warning:{row.id}", TopicKind.WARNING, row.title, body, notes_of(knowledge, (row,)), links)


def _practices(knowledge: Knowledge) -> Iterator[Topic]:
    knobs = {knob.number: knob.name for knob in knowledge.themes.knobs}
    for row in knowledge.themes.practices:
        turned = listed([f"{number} {knobs[number]}" for number in row.knobs]) or "staat niet in de bron"
        body = (
            Facts((("Sector", _WORLDS[row.world]), ("Draaiknoppen", turned))),
            *(Heading("Wat het is"), Paragraph(row.what)),
            *(Heading("Wat het opleverde"), Paragraph(row.gave)),
            *(Heading("Wat u kunt overnemen"), Paragraph(row.take_over)),
        )
        links = ("theme:draaiknoppen", "step:doelen")
        yield Topic(f"practice:{row.id}", TopicKind.PRACTICE, row.name, body, notes_of(knowledge, (row,)), links)


def _page(
    knowledge: Knowledge, key: str, title: str, step: str, *groups: tuple[str, Sequence[Item | SourcedLine]]
) -> Topic:
    """A page of lists: items as name and text, advice as points."""
    body: list[Block] = []
    records: list[Sourced] = []
    for heading, rows in groups:
        items = tuple((row.name, _text(row)) for row in rows if isinstance(row, Item))
        lines = tuple(row.text for row in rows if isinstance(row, SourcedLine))
        body += [Heading(heading)] if heading else []
        body += [Facts(items)] if items else []
        body += [Bullets(lines)] if lines else []
        records += rows
    kind = TopicKind(key.partition(":")[0])
    return Topic(key, kind, title, tuple(body), notes_of(knowledge, records), (f"step:{step}",))


def _text(row: Item) -> str:
    if isinstance(row, ExitText):
        return f"{row.text} {row.decision}. Bekeken op {day(row.checked_on)}."
    if not isinstance(row, NamedByN):
        return row.text
    named = f"Genoemd door {row.n} van de {row.out_of} organisaties." if row.n is not None else ""
    return " ".join(part for part in (row.text, named, row.n_note or "") if part)


def _motives(knowledge: Knowledge) -> Iterator[Topic]:
    motives = knowledge.motives
    groups = [(motive.name, (motive, *motive.submotives)) for motive in motives.motives]
    yield _page(knowledge, "theme:motieven", "Motieven", "doelen", *groups, ("Overlap", (motives.overlap,)))
    yield _page(
        knowledge, "theme:aanleiding", "Wat gemeenten ertoe brengt samen te werken", "doelen",
        ("Wat drukt", motives.push_factors), ("Wat trekt", motives.pull_factors),
    )  # fmt: skip
    yield _page(
        knowledge, "theme:doelen", "Doelen", "doelen",
        ("Doelen van een echt geval", motives.example_goals), ("Advies", motives.goal_advice),
        ("Attractieve agenda", (motives.attractive_agenda,)),
    )  # fmt: skip
    yield _page(
        knowledge, "theme:arbeidsmarkt", "Samenwerken op de arbeidsmarkt", "doelen",
        ("Motieven", motives.labour_motives), ("Soorten doelen", motives.labour_goals),
        ("Wie er meedoen", knowledge.stakeholders.labour_market),
    )  # fmt: skip


def _themes(knowledge: Knowledge) -> Iterator[Topic]:
    themes, people = knowledge.themes, knowledge.stakeholders
    yield _page(
        knowledge, "theme:themas", "Pijnpunten en kansen", "doelen",
        ("Pijnpunten", themes.pain_points), ("Kansen", themes.chances),
        ("Keuzes bij een pool", themes.pool_choices), ("Aanbevelingen", themes.recommendations),
    )  # fmt: skip
    yield _page(
        knowledge, "theme:draaiknoppen", "De vijf draaiknoppen", "doelen",
        ("", [*themes.knobs, *themes.knob_notes]),
    )  # fmt: skip
    yield _page(knowledge, "theme:feiten", "Feiten om op te zoeken", "opgave", ("", themes.facts_to_find))
    yield _page(
        knowledge, "theme:belanghebbenden", "Belanghebbenden", "krachtenveld",
        ("Soorten", people.kinds), ("Omgeving", people.environments), ("Advies", people.network_advice),
    )  # fmt: skip
    yield _page(knowledge, "theme:vormen-kiezen", "Kiezen tussen de vormen", "vorm", ("", knowledge.forms.advice))
    yield _page(
        knowledge, "theme:proces", "Van keuze naar start", "besluitvorming",
        ("Vijf stappen", knowledge.process.steps), ("Wat u regelt", knowledge.process.to_arrange),
        ("Blijf verbeteren", knowledge.process.improve), ("Advies", knowledge.process.advice),
    )  # fmt: skip


def _steering(knowledge: Knowledge) -> Iterator[Topic]:
    steering = knowledge.steering
    fits = {item.id: item.name for item in steering.legitimacy}
    for kind in steering.steering:
        body = (
            Paragraph(kind.text),
            *(Heading("Vragen"), *_asked(kind.questions)),
            Facts((("Legitimiteit die past", listed([fits[entry] for entry in kind.legitimacy])),)),
        )
        notes = notes_of(knowledge, (kind, *kind.questions))
        title = f"Sturing: {kind.name.lower()}"
        yield Topic(f"theme:sturing-{kind.id}", TopicKind.THEME, title, body, notes, ("step:sturing",))
    yield _page(
        knowledge, "theme:legitimiteit", "Legitimiteit en de raad", "sturing",
        ("Legitimiteit", steering.legitimacy), ("Wanneer de raad meepraat", steering.raad_moments),
        ("Advies", steering.steering_advice), ("Routekaart", steering.route),
    )  # fmt: skip
    for pillar in steering.pillars:
        body = (
            Paragraph(pillar.text),
            *(Heading("Kijk naar"), Bullets(pillar.look_at)),
            *(Heading("Vragen"), *_asked(pillar.questions)),
        )
        notes = notes_of(knowledge, (pillar, *pillar.questions))
        yield Topic(
            f"theme:pijler-{pillar.id}", TopicKind.THEME, f"Wat er al is: {pillar.name.lower()}", body, notes,
            ("step:beginsituatie",),
        )  # fmt: skip
    intake = knowledge.questionnaire
    questions = (
        *(Heading("Gesprek"), *_asked(intake.interview)),
        *(Heading("Inleven"), *_asked(intake.empathy_map), Paragraph(intake.delphi.text)),
    )
    notes = notes_of(knowledge, (*intake.interview, *intake.empathy_map, intake.delphi))
    yield Topic("theme:vragenlijst", TopicKind.THEME, "Vragenlijst voor partners", questions, notes, ("step:partners",))


def _asked(questions: Sequence[object]) -> tuple[Block, ...]:
    lines = []
    for question in questions:
        text, more = getattr(question, "text", ""), getattr(question, "help", None)
        lines.append(f"{text} {more}" if more else text)
    return (Bullets(tuple(lines)),)


def _wegwijzers(knowledge: Knowledge) -> Iterator[Topic]:
    for card in sorted(knowledge.wegwijzers.wegwijzers, key=lambda card: card.number):
        body = (Paragraph(card.text), Facts((("Controlevraag", card.check_question),)))
        title = f"Wegwijzer {card.number}: {card.name}"
        links = tuple(f"step:{step}" for step in card.steps)
        yield Topic(f"wegwijzer:{card.number}", TopicKind.WEGWIJZER, title, body, notes_of(knowledge, (card,)), links)


def _checklists(knowledge: Knowledge) -> Iterator[Topic]:
    lists = knowledge.checklists
    for key, title, step, rows in (
        ("regeling", "Wat er in een regeling staat", "besluitvorming", lists.regeling),
        ("dienstverleningsovereenkomst", "Wat er in een dienstverleningsovereenkomst staat", "besluitvorming",
         lists.dienstverleningsovereenkomst),
        ("medewerkers", "Wat medewerkers nodig hebben", "medewerkers", lists.staff),
    ):  # fmt: skip
        pairs = tuple((row.text, _point(knowledge, row)) for row in rows)
        notes = notes_of(knowledge, rows)
        yield Topic(f"checklist:{key}", TopicKind.CHECKLIST, title, (Facts(pairs),), notes, (f"step:{step}",))


def _point(knowledge: Knowledge, row: CheckItem) -> str:
    kind = "Mag." if row.optional else "Volgt uit de wet." if row.statutory else "Gebruikelijk, geen wet."
    held = listed([knowledge.basis[basis].name for basis in row.for_bases])
    parts = (kind, row.why or "", f"{row.article}." if row.article else "", f"Voor: {held}." if held else "")
    return " ".join(part[0].upper() + part[1:] for part in parts if part)


def _costs(knowledge: Knowledge) -> Iterator[Topic]:
    for row in knowledge.costs.keys:
        facts = (
            ("Formule", row.formula),
            ("Past bij", row.suits),
            *((("Denk aan", row.beware),) if row.beware else ()),
        )
        body = (Paragraph(row.text), Facts(facts))
        yield Topic(f"costs:{row.id}", TopicKind.COSTS, row.name, body, notes_of(knowledge, (row,)), ("step:kosten",))
    yield _page(
        knowledge, "costs:afspraken", "Afspraken bij een verdeelsleutel", "kosten",
        ("Rond de verdeelsleutel", knowledge.costs.around), ("Advies", knowledge.costs.advice),
    )  # fmt: skip
    yield _page(knowledge, "costs:uittreden", "Uittreden en de uittreedsom", "kosten", ("", knowledge.costs.exit))


BUILDERS = (
    *(_factors, _cases, _warnings, _practices, _motives, _themes),
    *(_steering, _wegwijzers, _checklists, _costs),
)
"""Each gives pages of one or more shelves."""
