"""The report of a werksessie that was held: all of it, votes only as revealed, names only of who agreed to it."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

import desktop.report.content
from desktop.report import build_report, render_pdf
from desktop.report.edition import DocumentKind, Edition
from desktop.report.office import render_docx, render_odt
from desktop.report.tree import (
    BulletList,
    Document,
    FigureBlock,
    FormTable,
    Heading,
    KeySentence,
    SignatureBlock,
    Table,
    TitlePage,
    text_of,
    walk,
)
from models.advice.advise import advise
from models.dossier import Dossier, dossier_from_values
from models.figures import Circle
from models.knowledge import Knowledge
from models.vocabulary import CriterionId
from models.workshop.records import (
    Agreement,
    ConsensusKind,
    ConsensusRule,
    Participant,
    Round,
    Subject,
    SubjectKind,
    Vote,
    Workshop,
)
from models.workshop.revealed import PartnerSpread
from models.workshop.session import Session, sessions_of
from tests.desktop.report.dossiers import ATTACKS
from tests.desktop.report.office.reading import read
from tests.desktop.report.reading import HASH, chapter, headings, rows_of, said, squeezed, table
from tests.desktop.report.test_accessible import check
from tests.desktop.report.workshop_samples import (
    CODES,
    HIDDEN_NAME,
    NAMED,
    ballots_of,
    crowd,
    empty_session,
    lindestreek,
    record_of,
    rich,
    rich_workshop,
    shown,
    with_text,
)
from tests.models.samples import example
from tests.pdf_text import page_texts
from tests.wizards.test_language import AVOIDED, MOST_WORDS, texts

FILES = sorted(Path(desktop.report.content.__file__).parent.glob("workshop*.py"))
Held = tuple[Dossier, Session]
NOT_HELD = "Er is nog geen werksessie vastgelegd."


def made(held: Held, knowledge: Knowledge, *, internal: bool = False) -> Document:
    dossier, session = held
    advice = advise(dossier, knowledge, samples=False)
    edition = Edition(kind=DocumentKind.WORKSHOP, internal=internal, session=session)
    return build_report(dossier, advice, knowledge, content_hash=HASH, edition=edition)


def printed(document: Document) -> str:
    return " ".join(" ".join(page_texts(render_pdf(document))).split())


@pytest.fixture(scope="module")
def document(knowledge: Knowledge) -> Document:
    return made(rich(knowledge), knowledge)


# --- what is in it


def test_the_chapters_in_order(document: Document) -> None:
    assert list(headings(document)) == [
        *("De werksessie", "Wat de groep antwoordde", "Waar de groep verschilt", "Waar de stippen liggen"),
        *("De netwerkopstelling", "Wat dit doet met het advies", "De antwoorden in het dossier"),
        "Afspraken en vervolg",
    ]
    assert "".join(headings(document).values()) == "ABCDEFGH"
    assert NOT_HELD not in said(document)


def test_every_chapter_begins_with_its_outcome(document: Document) -> None:
    for block, following in pairwise(walk(document)):
        if isinstance(block, Heading) and block.level == 1:
            assert isinstance(following, KeySentence) and following.text.endswith("."), block.text


def test_the_opening_tells_when_where_and_who(document: Document) -> None:
    page = next(block for block in walk(document) if isinstance(block, TitlePage))
    facts = dict(page.facts)
    assert facts["Datum"] == "21\u00a0november 2026"
    assert facts["Plaats"] == "Raadzaal van Lindervoort"
    assert facts["Deelnemers"] == "14 aanwezig, 1 afwezig"
    assert facts["Functies"].startswith("7 raadsleden, 3 keer regisseur, 2 wethouders")
    assert facts["Doel"].startswith("Samen bepalen")
    assert page.form is None and not page.decisions


def test_attendance_by_partner_and_function(document: Document) -> None:
    rows = rows_of(table(document, "Wie waren er?"))
    assert rows[0] == ["Lindervoort", "4 raadsleden, 1 wethouder, 1 gemeentesecretaris", "6", "0"]
    assert rows[2] == ["Zandmeer", "3 keer regisseur", "3", "1"]
    assert rows[-1] == ["Samen", "", "14", "1"]


def test_the_figure_has_a_dot_for_each_answer(knowledge: Knowledge, document: Document) -> None:
    _, session = rich(knowledge)
    figures = [b.figure for b in walk(document) if isinstance(b, FigureBlock) and "zo antwoordden" in b.figure.title]
    drawn = sum(isinstance(shape, Circle) for figure in figures for shape in figure.shapes)
    scaled = [one for one in session.rounds if one.subject.kind is not SubjectKind.DOTS]
    assert drawn == sum(one.spread.n for one in scaled if one.spread is not None)
    assert all(block.words and block.figure.alt for block in walk(document) if isinstance(block, FigureBlock))


def test_the_numbers_are_those_of_the_rounds(knowledge: Knowledge, document: Document) -> None:
    _, session = rich(knowledge)
    rows = rows_of(table(document, "Hoeveel mensen gaven welk antwoord van 1 tot 5?"))
    at = next(n for n, row in enumerate(rows) if row[0] == "Soort werk")
    for row, round_ in zip(rows[at + 1 :], session.on("score.routine"), strict=False):
        assert round_.spread is not None
        assert row[1:6] == [str(round_.spread.counts.get(value, 0)) for value in range(1, 6)]
        assert row[6:] == [str(round_.n), str(round_.abstained)]


def test_what_the_group_set_names_the_round(document: Document) -> None:
    rows = {row[0]: row for row in rows_of(table(document, "Stellingen: de uitkomst"))}
    assert rows["Aantal taken"][1] == "3"
    assert rows["Aantal taken"][-1] == "2, na ronde 3"
    assert rows["Soort werk"][-1] == "nog niets"


def test_what_a_partner_set_is_by_the_spokesperson(document: Document) -> None:
    assert rows_of(table(document, "Wat de partners zetten")) == [
        ["Lindervoort", "Beleid of uitvoering", "1", "ronde 2", f"de woordvoerder: {NAMED}"],
        ["Heidebroek", "Soort werk", "4", "ronde 2", "de woordvoerder"],
    ]


def test_medians_per_partner_only_of_three_people_or_more(knowledge: Knowledge, document: Document) -> None:
    _, session = rich(knowledge)
    held = table(document, "De mediaan per partner")
    assert [column.head for column in held.columns] == [
        "Onderwerp",
        "Lindervoort",
        "Heidebroek",
        "Zandmeer",
        "Verschil",
    ]
    assert held.note.startswith("Van één partner stemde niemand.")
    rows = {row[0]: row for row in rows_of(held)}
    last = session.on("score.routine")[-1]
    medians = {row.partner: row.median for row in last.by_partner}
    assert rows["Soort werk"][1] == str(medians["lindervoort"])
    assert rows["Belang van de vier gemeenteraden"][1:] == ["te weinig mensen", "–", "–", "–"]


def test_the_widest_difference_comes_first(document: Document) -> None:
    told = chapter(document, "Waar de groep verschilt")
    key = told.split("\n")[2]
    (first, *_) = next(block for block in walk(document) if isinstance(block, BulletList)).items
    label, _, _ = text_of(first).partition(":")
    assert f"“{label[0].lower()}{label[1:]}”" in key


def test_dots_are_sorted(knowledge: Knowledge, document: Document) -> None:
    _, session = rich(knowledge)
    found = next(one for one in session.rounds if one.subject.kind is SubjectKind.DOTS)
    rows = rows_of(table(document, "De stippen geteld"))
    assert [int(row[2]) for row in rows] == [count for _, count in found.dots]
    assert rows[0][1] == "Vervanging bij ziekte"
    assert rows[0][0] == "1"


def test_the_effect_tells_before_and_after(knowledge: Knowledge, document: Document) -> None:
    from models.workshop.effect import effect_of

    dossier, session = rich(knowledge)
    effect = effect_of(dossier, knowledge, session.rounds, session.workshop.decisions)
    assert effect.turned
    told = chapter(document, "Wat dit doet met het advies")
    assert "komt een andere vorm op plaats 1" in told
    assert "Dit is informatie bij het gesprek, geen advies." in told
    rows = {row[0]: row for row in rows_of(table(document, "De score per vorm"))}
    assert rows["Centrumgemeente"][1:] == ["valt af", "91", "valt niet meer af"]
    partners = {row[0]: row[3] for row in rows_of(table(document, "Welke vorm staat bij elke partner"))}
    assert partners["Waterambt"] == "gelijk"
    assert partners["Lindervoort"] == "anders"
    assert rows_of(table(document, "Wat doet de proef kantelen?"))
    # "Nu" is what the dossier says, and nothing else in this chapter.
    assert "Met de werksessie heeft de centrumgemeente de hoogste score." in told
    assert not re.search(r"\b[Nn]u\b(?! in het dossier|:)(?! af)", told), told


@pytest.mark.parametrize("many", [False, True])
def test_a_median_that_is_hidden_is_not_called_too_few_people(knowledge: Knowledge, many: bool) -> None:
    dossier, session = (crowd if many else rich)(knowledge)
    keys = [partner.id for partner in dossier.partners.active]
    spreads = (PartnerSpread(keys[0], 3, None, None), PartnerSpread(keys[1], 2, None, None))
    people = tuple(PartnerSpread(key, 1, None, None) for key in keys[2:])
    round_ = session.rounds[0]._replace(by_partner=(*spreads, *people))
    held = table(made((dossier, session._replace(rounds=(round_,))), knowledge), "De laagste" if many else "De mediaan")
    [row] = rows_of(held)
    assert row[1:3] == (["niet te zien"] * 2 if many else ["niet te zien", "te weinig mensen"])
    assert "zou een mediaan het antwoord van iemand verraden." in held.note


def test_two_scales_are_told_apart_where_differences_are_sorted(knowledge: Knowledge) -> None:
    def held(*kinds: SubjectKind) -> Held:
        dossier, session = rich(knowledge)
        subjects = [next(one.subject for one in session.rounds if one.subject.kind is kind) for kind in kinds]
        sides = (("lindervoort", 1), ("heidebroek", 4))
        spreads = tuple(PartnerSpread(partner, 3, Fraction(value), None) for partner, value in sides)
        rounds = [next(one for one in session.rounds if one.subject == subject) for subject in subjects]
        return dossier, session._replace(rounds=tuple(one._replace(by_partner=spreads) for one in rounds))

    title = "Waar de groep verschilt"
    told = chapter(made(held(SubjectKind.SCORE, SubjectKind.IMPORTANCE), knowledge), title)
    assert "3 punten verschil op een schaal van 1 tot 5." in told
    assert "(verschil 3 op een schaal van 0 tot 10)." in told
    assert "Op een langere schaal is een punt een kleiner verschil." in told
    alone = chapter(made(held(SubjectKind.SCORE), knowledge), title)
    assert "(verschil 3)." in alone and "langere schaal" not in alone


def test_agreements_parked_points_and_what_comes_next(document: Document) -> None:
    rows = rows_of(table(document, "De afspraken van de werksessie"))
    assert rows[0] == ["4\u00a0december 2026", "Vraag de ondernemingsraden om advies.", "Een deelnemer uit Lindervoort"]
    assert rows[1][2] == NAMED
    assert rows[2] == ["Nog geen datum", "Nodig Waterambt uit voor de volgende werksessie.", "Nog niet bekend"]
    assert [row[0] for row in rows_of(table(document, "Punten voor later"))] == ["wacht nog", "besproken"]
    told = chapter(document, "Afspraken en vervolg")
    assert "Praat verder over eigen specialismen" in told
    assert "Kom op 4\u00a0december 2026 terug op de eerste afspraak." in told


def test_snapshots_stand_beside_each_other_without_attitudes(document: Document) -> None:
    rows = rows_of(table(document, "Wie stond waar?"))
    assert rows[0] == ["1. Inwoners van de Lindestreek", "aan de rand", "halverwege, lijn met 3"]
    told = chapter(document, "De netwerkopstelling").lower()
    assert not any(word in told for word in ("houding", "tegen ", "voorstander", "kritisch"))


def test_it_gives_no_advice_and_asks_for_no_signature(document: Document) -> None:
    assert not [b for b in walk(document) if isinstance(b, SignatureBlock | FormTable)]
    assert said(document).count("Dit verslag is geen advies en geen besluit.") == 2
    assert "vastgesteld" not in document.meta.status.lower()


# --- what is not in it


def test_only_who_agreed_has_a_name(knowledge: Knowledge, document: Document) -> None:
    _, session = rich(knowledge)
    hidden = [one.name for one in session.workshop.participants if not one.named]
    for text in (said(document), printed(document)):
        assert NAMED in text
        assert HIDDEN_NAME in hidden
        assert not [name for name in hidden if name in text]
        assert "Een deelnemer ziet meer maatwerk" in text


def test_no_code_stands_in_it(document: Document) -> None:
    assert not [code for code in CODES if code in said(document)]


def test_a_name_is_told_with_the_consent_that_was_given(document: Document) -> None:
    assert "Zij staan hier met naam, met hun instemming." in said(document)
    assert f"Beleid hoort bij de eigen raad. ({NAMED})" in said(document)


def test_nobody_with_a_name_is_said(knowledge: Knowledge) -> None:
    dossier, session = rich(knowledge)
    people = tuple(one.model_copy(update={"named": False}) for one in session.workshop.participants)
    workshop = session.workshop.model_copy(update={"participants": people})
    text = said(made((dossier, session._replace(workshop=workshop)), knowledge))
    assert "Niemand staat met naam in dit verslag." in text
    assert NAMED not in text


def test_a_name_in_any_text_is_hidden(knowledge: Knowledge) -> None:
    """Aim, place, role, options, snapshots: whatever somebody typed."""
    dossier, session = with_text(f"Vraag {HIDDEN_NAME.upper()} om raad", knowledge)
    person = Participant(id="d77", name=HIDDEN_NAME, partner="zandmeer")
    workshop = session.workshop.model_copy(update={"participants": (*session.workshop.participants, person)})
    text = said(made((dossier, session._replace(workshop=workshop)), knowledge))
    named = session.workshop.participants[0].name
    assert HIDDEN_NAME.lower() not in text.replace(named, "").lower()
    assert text.lower().count("vraag een deelnemer om raad") > 10


def test_a_first_name_is_no_reason_to_change_words(knowledge: Knowledge) -> None:
    """Of one word nobody knows whether it is meant: "Linde" is a street as well."""
    dossier = lindestreek()
    workshop = Workshop(
        id="w",
        participants=(Participant(id="d", name="Linde", partner="zandmeer"),),
        agreements=(
            Agreement(id="a", text="Snoei de Linde", owner="linde", due=date(2026, 12, 1)),
            Agreement(id="b", text="Bel", owner="De griffier"),
        ),
    )
    rows = rows_of(table(made((dossier, Session(workshop, ())), knowledge), "De afspraken"))
    assert [row[1:] for row in rows] == [
        ["Snoei de Linde.", "Een deelnemer uit Zandmeer"],
        ["Bel.", "De griffier"],
    ]


def _few(answers: int, knowledge: Knowledge) -> Document:
    dossier, workshop = lindestreek(), rich_workshop().model_copy(update={"decisions": (), "dissent": ()})
    subject = Subject(kind=SubjectKind.SCORE, ref="vertrouwen", title="Vertrouwen?")
    votes = {f"d{n}": Vote(value=4) for n in range(answers)}
    round_ = Round(workshop="w1", subject=subject, voters=tuple(votes), votes=votes)
    return made((dossier, shown(workshop, [round_], dossier)), knowledge)


@pytest.mark.parametrize("answers", [0, 2, 4])
def test_below_five_there_is_no_distribution(answers: int, knowledge: Knowledge) -> None:
    document = _few(answers, knowledge)
    figure = next(b.figure for b in walk(document) if isinstance(b, FigureBlock) and "antwoordden" in b.figure.title)
    assert not [shape for shape in figure.shapes if isinstance(shape, Circle)]
    row = rows_of(table(document, "Stellingen: de uitkomst"))[0]
    assert row[2:5] == ["4" if answers >= 3 else "–", "–", "te weinig antwoorden"]
    counted = rows_of(table(document, "Hoeveel mensen gaven welk antwoord"))[1]
    assert counted == ["Ronde 1", *["–"] * 5, str(answers), "0"]
    assert "Vraag meer mensen om een antwoord over onderling vertrouwen." in said(document)


def test_five_answers_are_shown(knowledge: Knowledge) -> None:
    row = rows_of(table(_few(5, knowledge), "Hoeveel mensen gaven welk antwoord"))[1]
    assert row == ["Ronde 1", "0", "0", "0", "5", "0", "5", "0"]


def test_an_open_round_is_nowhere(knowledge: Knowledge) -> None:
    dossier, workshop = lindestreek(), rich_workshop()
    planted = "Geheime vraag 4711"
    people = [one.id for one in workshop.participants]
    votes = {person: Vote(value=5) for person in people}
    subject = Subject(kind=SubjectKind.SCORE, ref=CriterionId.VERTROUWEN.value, title=planted)
    round_ = Round(workshop="w1", subject=subject, voters=tuple(people), votes=votes)
    partners = [partner.id for partner in dossier.partners.active]
    found: dict[bool, Document] = {}
    for closed in (False, True):
        (session,) = sessions_of([record_of(workshop)], ballots_of([round_], closed=closed), partners)
        found[closed] = made((dossier, session), knowledge)
    assert table(found[True], "Stellingen: de uitkomst")
    open_one = found[False]
    for text in (
        said(open_one),
        printed(open_one),
        read("docx", render_docx(open_one)).text,
        read("odt", render_odt(open_one)).text,
    ):
        assert planted not in text
        assert "Er is nog geen ronde gesloten." in text.replace("\n", " ")
    assert not [b for b in walk(open_one) if isinstance(b, Table) and "uitkomst" in b.caption]


def test_rounds_on_an_internal_factor_stand_in_an_internal_copy_only(knowledge: Knowledge) -> None:
    values = example("lindestreek")
    values["factoren"]["factors"][0] |= {"internal": True, "text": "Zeer vertrouwelijke factor"}
    dossier, workshop = dossier_from_values(values), rich_workshop()
    key = values["factoren"]["factors"][0]["id"]
    subject = Subject(kind=SubjectKind.FACTOR, ref=key, title="Hoe sterk is deze factor: Zeer vertrouwelijke factor?")
    votes = {f"d{n}": Vote(value=2) for n in range(8)}
    session = shown(workshop, [Round(workshop="w1", subject=subject, voters=tuple(votes), votes=votes)], dossier)
    assert "vertrouwelijke factor" not in said(made((dossier, session), knowledge))
    assert "Zeer vertrouwelijke factor" in said(made((dossier, session), knowledge, internal=True))


def test_ballots_that_could_not_be_read_are_told(knowledge: Knowledge) -> None:
    dossier, session = rich(knowledge)
    assert "kon het programma niet lezen" not in said(made((dossier, session), knowledge))
    text = said(made((dossier, session._replace(unread=2)), knowledge))
    assert "Twee rondes van dit dossier kon het programma niet lezen." in text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (ConsensusRule(), "hooguit één punt breed is. Op de schaal van 0 tot 10 is dat hooguit twee punten."),
        (ConsensusRule(points=0), "als de middelste helft van de antwoorden gelijk is."),
        (ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN), "als minstens 80% van de antwoorden hooguit één punt van"),
        (ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN, points=0, percentage=60), "60% van de antwoorden gelijk is"),
    ],
)
def test_the_rule_in_words(rule: ConsensusRule, words: str, knowledge: Knowledge) -> None:
    dossier, session = lindestreek(), Session(Workshop(id="w", rule=rule), ())
    text = said(made((dossier, session), knowledge))
    assert words in text
    assert "Deze regel geldt zodra de eerste ronde begint." in text


def test_before_the_first_round_nothing_is_said_of_how_it_went(knowledge: Knowledge, document: Document) -> None:
    past = ("lag vast", "liet geen antwoord", "zette het zelf", "De mediaan is")
    before, after = said(made((lindestreek(), empty_session()), knowledge)), said(document)
    assert not [words for words in past if words in before]
    assert all(words in after for words in past)


# --- valid, for everybody


@pytest.mark.parametrize(
    "held", [rich, crowd, lambda _: (lindestreek(), empty_session())], ids=["rich", "crowd", "empty"]
)
def test_it_is_accessible_and_archivable(held: Callable[[Knowledge], Held], knowledge: Knowledge) -> None:
    check(made(held(knowledge), knowledge))


def test_an_empty_session_is_a_real_document(knowledge: Knowledge) -> None:
    document = made((lindestreek(), empty_session()), knowledge)
    assert "Er is nog geen ronde gesloten." in said(document)
    assert "Er is nog niet vastgelegd wie er waren." in said(document)
    assert list(headings(document).values()) == ["A", "B", "C", "D"]


def test_many_partners_have_the_ends_only(knowledge: Knowledge) -> None:
    document = made(crowd(knowledge), knowledge)
    held = table(document, "De laagste en de hoogste mediaan")
    assert {len(row) for row in rows_of(held)} == {5}
    assert held.note == "Van tien partners stemde niemand."
    assert rows_of(table(document, "Wie waren er?"))[-1] == ["Samen", "", "60", "0"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_people_typed_is_only_text(attack: str, knowledge: Knowledge) -> None:
    document = made(with_text(attack, knowledge), knowledge)
    assert said(document).count(attack) > 10
    assert squeezed(attack) in squeezed(printed(document)).replace("\u00ad", "")


@pytest.mark.parametrize("text", ["<b> & ) Tj ET \\", "日本 😀 مرحبا", "bedrijfsvoeringsorganisatie " * 40, " "])
def test_any_text_is_valid(text: str, knowledge: Knowledge) -> None:
    check(made(with_text(text, knowledge), knowledge))


def test_word_processors_get_it_too(document: Document) -> None:
    for kind, render in (("docx", render_docx), ("odt", render_odt)):
        found = read(kind, render(document))
        assert "Wat de groep antwoordde" in found.text
        assert HIDDEN_NAME not in found.text
        assert any("zo antwoordden de deelnemers" in title for title, _ in found.alts)


def test_equal_sessions_give_equal_bytes(knowledge: Knowledge) -> None:
    assert render_pdf(made(rich(knowledge), knowledge)) == render_pdf(made(rich(knowledge), knowledge))


def test_without_a_session_nothing_of_it_is_loaded() -> None:
    code = (
        "import sys\n"
        "from desktop.cli.knowledge import shipped_knowledge\n"
        "from desktop.report import build_report\n"
        "from desktop.report.edition import DocumentKind, Edition\n"
        "from models.advice.advise import advise\n"
        "from tests.desktop.report import dossiers\n"
        "k, d = shipped_knowledge(), dossiers.not_clear()\n"
        "for kind in DocumentKind:\n"
        "    build_report(d, advise(d, k, samples=False), k, content_hash='0' * 64, edition=Edition(kind=kind))\n"
        "late = ('session', 'revealed', 'effect', 'decisions')\n"
        "print([name for name in late if f'models.workshop.{name}' in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"


def test_an_edition_is_as_it_was_without_a_session(knowledge: Knowledge) -> None:
    dossier = lindestreek()
    advice = advise(dossier, knowledge, samples=False)
    edition = Edition(kind=DocumentKind.WORKSHOP)
    assert edition.session is None
    plain = build_report(dossier, advice, knowledge, content_hash=HASH, edition=edition)
    assert NOT_HELD in said(plain)
    other = replace(edition, session=empty_session())
    assert NOT_HELD not in said(build_report(dossier, advice, knowledge, content_hash=HASH, edition=other))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_words_are_plain(file: Path) -> None:
    assert len(FILES) > 6
    wrong = []
    for line, text in texts(file):
        wrong += [f"{line}: {s}" for s in re.split(r"[.?:\n]\s", text) if len(s.split()) > MOST_WORDS]
        wrong += [f"{line}: {word}: {text}" for word in AVOIDED if re.search(rf"\b{word}(?!te\b)", text.lower())]
        wrong += [f"{line}: uitroepteken: {text}"] if "!" in text else []
    assert wrong == []
