"""Pages of the naslag about choosing: forms, legal bases, statements, the law, steps, help, terms, sources."""

from collections.abc import Callable, Iterator

from models.dutch import listed
from models.knowledge.law import BasisFit, BasisText
from models.knowledge.loader import Knowledge
from models.knowledge.source_words import notes_of
from models.knowledge.topic import Block, Bullets, Facts, Heading, Paragraph, Topic, TopicKind
from models.vocabulary import CooperationForm

__all__ = ["BUILDERS"]


def _forms(knowledge: Knowledge) -> Iterator[Topic]:
    for form in knowledge.form.values():
        held = next(entry for entry in knowledge.legal_bases.by_form if entry.form is form.id)
        fits = [_fit(knowledge, fit) for fit in held.bases]
        beside = [item for item in knowledge.legal_bases.beside if item.id in held.beside]
        asks = knowledge.profile[form.id]
        body: list[Block] = [
            Paragraph(form.summary),
            Paragraph(f"Beste keus als {form.best_when}"),
            Heading("Zo werkt het"),
            Bullets(form.how_it_works),
            Facts(
                (
                    ("Voluit", form.full_name),
                    ("Medewerkers", form.staff),
                    ("Kosten", f"{form.cost} (niveau: {form.cost_level})"),
                    ("Uitvoering", form.execution),
                    ("Omvang", form.scope),
                    *((("Heet ook", listed(form.also_called)),) if form.also_called else ()),
                )
            ),
            *(Heading("Voordelen"), Bullets(form.pros), Heading("Nadelen"), Bullets(form.cons)),
            *(Heading("Wat deze vorm vraagt"), Facts(_asked(knowledge, form.id))),
            *(Heading("Rechtsvormen die passen"), Facts(tuple(fits))),
            *(Paragraph(f"{item.name}: {item.text}") for item in beside),
            *((Paragraph(held.note.text),) if held.note else ()),
            *((Paragraph(form.example_missing),) if form.example_missing else ()),
        ]
        cases = tuple(f"case:{case.id}" for case in knowledge.cases.cases if form.id in case.forms)
        links = (*(f"basis:{fit.basis}" for fit in held.bases), *cases, "theme:vormen-kiezen", "step:vorm")
        notes = notes_of(knowledge, (form, *held.bases, *asks.values(), *((held.note,) if held.note else ())))
        yield Topic(f"form:{form.id}", TopicKind.FORM, form.name, tuple(body), notes, links)


def _asked(knowledge: Knowledge, form: CooperationForm) -> tuple[tuple[str, str], ...]:
    rows = []
    for criterion, cell in knowledge.profile[form].items():
        hard = f" Valt af, omdat {cell.excluded_because.rstrip('.')}." if cell.excluded_because else ""
        rows.append((knowledge.criterion[criterion].label, f"Past: {cell.met} Past minder: {cell.unmet}{hard}"))
    return tuple(rows)


def _fit(knowledge: Knowledge, fit: BasisFit) -> tuple[str, str]:
    how = "past" if fit.fit == "fits" else "onder voorwaarden"
    return knowledge.basis[fit.basis].name, " ".join((f"{how}.".capitalize(), *fit.conditions))


_BASIS_ROWS: tuple[tuple[str, Callable[[BasisText], str]], ...] = (
    ("Soort", lambda basis: "publiekrecht" if basis.kind == "publiek" else "privaatrecht"),
    ("Rechtspersoon", lambda basis: basis.legal_personality),
    ("Personeel", lambda basis: basis.staff),
    ("Bestuur", lambda basis: basis.board),
    ("Bevoegdheden", lambda basis: basis.powers),
    ("Invloed van de raad", lambda basis: basis.raad_influence),
    ("Uittreden", lambda basis: basis.leaving),
    ("Btw", lambda basis: basis.vat),
    ("Vennootschapsbelasting", lambda basis: basis.corporate_tax),
    ("Aanbesteden", lambda basis: basis.procurement),
    ("Ondernemingsraad", lambda basis: basis.works_council),
    ("Archief", lambda basis: basis.archive),
    ("Wie kan meedoen", lambda basis: listed([str(body) for body in basis.bodies])),
)


def _bases(knowledge: Knowledge) -> Iterator[Topic]:
    for basis in knowledge.basis.values():
        forms = [
            (entry, fit) for entry in knowledge.legal_bases.by_form for fit in entry.bases if fit.basis is basis.id
        ]
        body: list[Block] = [
            Paragraph(basis.summary),
            Facts(tuple((name, read(basis)) for name, read in _BASIS_ROWS)),
            *(Heading("Wie besluit"), Bullets(basis.decided_by)),
        ]
        for title, points in (("Voordelen", basis.pros), ("Nadelen", basis.cons)):
            body += [Heading(title), Bullets(points)] if points else []
        if forms:
            rows = tuple((knowledge.form[entry.form].name, _fit(knowledge, fit)[1]) for entry, fit in forms)
            body += [Heading("Past bij deze samenwerkingsvormen"), Facts(rows)]
        checklist = "regeling" if basis.kind == "publiek" else "dienstverleningsovereenkomst"
        links = (*(f"form:{entry.form}" for entry, _ in forms), f"checklist:{checklist}", "step:rechtsvorm")
        cases = tuple(f"case:{case.id}" for case in knowledge.cases.cases if basis.id in case.legal_bases)
        notes = notes_of(knowledge, (basis, *(fit for _, fit in forms)))
        yield Topic(f"basis:{basis.id}", TopicKind.BASIS, basis.name, tuple(body), notes, (*links, *cases))
    for item in (*knowledge.legal_bases.beside, *knowledge.legal_bases.regeling_kinds):
        notes = notes_of(knowledge, (item,))
        yield Topic(
            f"basis:{item.id}", TopicKind.BASIS, item.name, (Paragraph(item.text),), notes, ("step:rechtsvorm",)
        )


def _criteria(knowledge: Knowledge) -> Iterator[Topic]:
    for row in knowledge.criteria.criteria:
        ends = (("1", row.low), ("3", row.middle), ("5", row.high))
        body = (
            Paragraph(row.statement),
            Paragraph(row.why),
            *(Facts(ends), Paragraph(f"Kort: van {row.low_short} tot {row.high_short}.")),
            Heading("Wat elke vorm vraagt"),
            Facts(tuple((form.name, knowledge.profile[form.id][row.id].met) for form in knowledge.form.values()
                        if row.id in knowledge.profile[form.id])),
        )  # fmt: skip
        yield Topic(
            f"criterion:{row.id}", TopicKind.CRITERION, row.label, body, notes_of(knowledge, (row,)), ("step:vorm",)
        )


def _law(knowledge: Knowledge) -> Iterator[Topic]:
    law = knowledge.law
    old = tuple((row.old, f"{row.now} (sinds {row.since})") for row in law.outdated)
    yield Topic(
        "law:verouderd",
        TopicKind.LAW,
        "Wat in oude stukken staat en niet meer geldt",
        (Facts(old),),
        notes_of(knowledge, law.outdated),
        ("step:rechtsvorm",),
    )
    doubts = Bullets(tuple(row.text for row in law.doubts))
    yield Topic(
        "law:twijfel",
        TopicKind.LAW,
        "Wat nog niet zeker is",
        (doubts,),
        notes_of(knowledge, law.doubts),
        ("step:rechtsvorm",),
    )


def _steps(knowledge: Knowledge) -> Iterator[Topic]:
    for step in knowledge.steps.steps:
        cards = [card for card in knowledge.wegwijzers.wegwijzers if step.id in card.steps]
        phase = next(phase for phase in knowledge.steps.phases if phase.id is step.phase)
        body: list[Block] = [
            Paragraph(step.text),
            Paragraph(step.why),
            Facts((("Fase", f"{phase.title}. {phase.text}"), ("Korte route", "Ja" if step.short_route else "Nee"))),
            *(Heading("Zo vult u dit onderdeel in"), Bullets(knowledge.step_help[step.id].lines)),
        ]
        if step.needs:
            body += [Heading("Wat eerst nodig is"), Bullets(tuple(link.reason for link in step.needs))]
        if step.touches:
            rows = tuple((knowledge.step[link.step].title, link.reason) for link in step.touches)
            body += [Heading("Wat u daarna opnieuw bekijkt"), Facts(rows)]
        for onlooker in knowledge.onlookers.onlookers:
            asked = [question for question in onlooker.questions if question.step is step.id]
            if asked:
                pairs = tuple((question.text, question.why) for question in asked)
                body += [Heading(f"Vragen van een {onlooker.name.lower()}"), Facts(pairs)]
        links = (*(f"wegwijzer:{card.number}" for card in cards), *(f"step:{link.step}" for link in step.needs))
        questions = [q for o in knowledge.onlookers.onlookers for q in o.questions if q.step is step.id]
        yield Topic(f"step:{step.id}", TopicKind.STEP, step.title, tuple(body), notes_of(knowledge, questions), links)


def _help(knowledge: Knowledge) -> Iterator[Topic]:
    for page in knowledge.help.topics:
        points = (Bullets(page.points),) if page.points else ()
        body = (*(Paragraph(line) for line in page.lines), *points)
        yield Topic(f"help:{page.id}", TopicKind.HELP, page.title, body)
    keys = Facts(tuple((row.keys, row.text) for row in knowledge.help.shortcuts))
    yield Topic("help:sneltoetsen", TopicKind.HELP, "Sneltoetsen", (keys,))
    for onlooker in knowledge.onlookers.onlookers:
        first = Bullets(tuple(knowledge.step[step].title for step in onlooker.first))
        asked = Facts(tuple((question.text, question.why) for question in onlooker.questions))
        yield Topic(
            f"help:{onlooker.id}",
            TopicKind.HELP,
            f"U kijkt mee als {onlooker.name.lower()}",
            (Paragraph(onlooker.text), Heading("Dit komt eerst"), first, Heading("Vragen die u kunt stellen"), asked),
            notes_of(knowledge, onlooker.questions),
            tuple(f"step:{step}" for step in onlooker.first),
        )


def _terms(knowledge: Knowledge) -> Iterator[Topic]:
    pages = {f"{kind}:{entry}" for kind, ids in (("form", knowledge.form), ("basis", knowledge.basis)) for entry in ids}
    for term in sorted(knowledge.glossary.terms, key=lambda term: term.term.casefold()):
        links = tuple(key for key in (f"form:{term.id}", f"basis:{term.id}") if key in pages)
        notes = notes_of(knowledge, (term,))
        yield Topic(f"term:{term.id}", TopicKind.TERM, term.term, (Paragraph(term.text),), notes, links)


def _sources(knowledge: Knowledge) -> Iterator[Topic]:
    for source in knowledge.sources.sources:
        facts = (("Datum", source.date or "niet bekend"), *((("Adres", source.url),) if source.url else ()))
        yield Topic(f"source:{source.id}", TopicKind.SOURCE, source.name, (Facts(facts),))
    for statute in knowledge.law.statutes:
        facts = (("Kort", statute.short), ("Tekst van", statute.text_date), ("Adres", statute.url))
        note = (Paragraph(statute.note),) if statute.note else ()
        yield Topic(f"source:{statute.id}", TopicKind.SOURCE, statute.name, (Facts(facts), *note))


BUILDERS = (_forms, _bases, _criteria, _law, _steps, _help, _terms, _sources)
"""Each gives the pages of one shelf."""
