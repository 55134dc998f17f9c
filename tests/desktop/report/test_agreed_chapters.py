"""Which chapters about agreements a report has, their letters and references, and texts that people typed."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import desktop.report.content
from desktop.report.tree import Heading, KeySentence, Panel, text_of, walk
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.report import agreements, dossiers
from tests.desktop.report.reading import chapter, headings, pages, said, squeezed, tree_of
from tests.wizards.test_language import AVOIDED, MOST_WORDS, texts

AGREED = ("Kosten en bijdragen", "Uren en inzet", "Uittreden", "Planning", "Controlelijst")
FOLDER = Path(desktop.report.content.__file__).parent
OURS = (
    *("actions", "adoption", "agreed", "as_now", "checklist", "communication", "costs*", "decisions", "evaluation"),
    *("gaps", "hours", "leaving", "next_steps", "notes", "other_choice", "planning", "question", "remarks", "signing"),
    *("situation", "staff", "stakeholders", "standing", "steering", "success", "sums", "title_page", "versions"),
)
FILES = sorted(file for name in OURS for file in FOLDER.glob(f"{name}.py"))


def test_all_chapters_in_order(knowledge: Knowledge) -> None:
    found = headings(tree_of(agreements.agreed(), knowledge))
    assert list(found) == [
        *("Opgave en partners", "Besluiten en argumenten", "Samenwerkingsvorm", "Afgewogen alternatieven"),
        *("Rechtsvorm", "Kosten en bijdragen", "Uren en inzet", "Uittreden", "Medewerkers", "Planning"),
        *("Lessen uit de praktijk", "Controlelijst", "Vervolg", "Open vragen"),
        *("Vaststelling en ondertekening", "Bronnen en uitgangspunten"),
    ]
    assert "".join(found.values()) == "ABCDEFGHIJKLMNOP"


@pytest.mark.parametrize(
    ("section", "fields", "title"),
    [
        ("kosten", ("items", "keys"), "Kosten en bijdragen"),
        ("uren", ("entries",), "Uren en inzet"),
        (
            "kosten",
            ("exit_formula", "exit_partner", "exit_method", "exit_percentages", "exit_fixed", "exit_damages"),
            "Uittreden",
        ),
        ("besluitvorming", ("start", "budget_year", "leaving", "leaving_start"), "Planning"),
    ],
)
def test_a_chapter_without_anything_to_tell_is_a_sentence(
    section: str, fields: tuple[str, ...], title: str, knowledge: Knowledge
) -> None:
    values = agreements.agreed_values()
    for field in fields:
        values[section].pop(field)
    if section == "kosten":
        values[section].pop("chosen", None)
    document = tree_of(dossier_from_values(values), knowledge)
    found = headings(document)
    assert title not in found
    assert list(found.values()) == list("ABCDEFGHIJKLMNOP"[: len(found)])
    assert title.lower() in chapter(document, "Open vragen")
    assert "onderwerpen zonder afspraken" in chapter(document, "Open vragen")


def test_no_checklist_is_a_sentence(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    for field in ("checklist", "agreement_checklist"):
        values["besluitvorming"].pop(field)
    values.pop("medewerkers")
    document = tree_of(dossier_from_values(values), knowledge)
    assert "Controlelijst" not in headings(document)
    assert "Over de controlelijst, sturing en zeggenschap" in said(document)


def test_a_dossier_without_agreements_says_so_in_one_sentence(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.empty(), knowledge)
    assert not set(AGREED) & headings(document).keys()
    text = "Over kosten en bijdragen, uren en inzet, uittreden, planning en de controlelijst"
    assert f"{text} staat nog niets in dit dossier." in said(document)


def test_without_agreements_nothing_of_theirs_is_loaded(knowledge: Knowledge) -> None:
    code = (
        "import sys\n"
        "from desktop.cli.knowledge import shipped_knowledge\n"
        "from desktop.report import build_report\n"
        "from models.advice.advise import advise\n"
        "from tests.desktop.report import dossiers\n"
        "k, d = shipped_knowledge(), dossiers.not_clear()\n"
        "before = set(sys.modules)\n"
        "build_report(d, advise(d, k, samples=False), k, content_hash='0' * 64)\n"
        "late = ('desktop.report.content.agreed', 'desktop.report.content.costs', 'models.planning.calendars')\n"
        "print([name for name in late if name in sys.modules and name not in before])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"


def test_references_name_the_letters_that_are_there(knowledge: Knowledge) -> None:
    document = tree_of(agreements.agreed(), knowledge)
    text, found = said(document), headings(document)
    assert f"(uitleg: hoofdstuk {found['Bronnen en uitgangspunten']})" in text
    assert f"Hoofdstuk {found['Lessen uit de praktijk']} vertelt wat er gebeurde." in text
    assert f"Hoofdstuk {found['Kosten en bijdragen']} noemt de bijdragen." in text


def test_the_summary_tells_cost_and_day(knowledge: Knowledge) -> None:
    document = tree_of(agreements.agreed(), knowledge)
    panel = next(b for b in walk(document) if isinstance(b, Panel))
    rows = {row.question: text_of(row.runs) for row in panel.rows}
    assert rows["Wat kost het?"].startswith("Vanaf 2028 is het samen goedkoper dan nu, maar niet voor elke partner.")
    assert "Starten op 1\u00a0januari 2028 kan." in rows["Wanneer kan het?"]
    assert "Inhoud" in pages(document)[1]


def test_the_summary_stays_on_its_page_with_everything_told(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["vorm"]["choice"] = {"form": "centrum", "reason": "De grootste gemeente wil deze taak houden. " * 9}
    values["vaststelling"] = {"summary": "Drie gemeenten voegen hun organisaties samen. " * 12}
    printed = pages(tree_of(dossier_from_values(values), knowledge))
    assert "In het kort" in printed[1] and "Inhoud" in printed[1]


@pytest.mark.parametrize("make", [agreements.agreed, agreements.two])
def test_every_chapter_has_a_key_sentence(make: Any, knowledge: Knowledge) -> None:
    document = tree_of(make(), knowledge)
    blocks = list(walk(document))
    keys = {
        block.text: following.text
        for block, following in pairwise(blocks)
        if isinstance(block, Heading) and block.level == 1 and isinstance(following, KeySentence)
    }
    assert keys.keys() == headings(document).keys()
    assert all(keys[title].endswith(".") for title in AGREED)


@pytest.mark.parametrize("attack", [*dossiers.ATTACKS, "<b>&R&D"])
def test_what_people_typed_stands_in_the_tree_as_typed(attack: str, knowledge: Knowledge) -> None:
    document = tree_of(agreements.with_typed(attack), knowledge)
    for title in AGREED:
        assert attack in chapter(document, title), title


def test_what_people_typed_prints_as_typed(knowledge: Knowledge) -> None:
    attack = "<b>&R&D; <img src='x'>"
    text = squeezed("".join(pages(tree_of(agreements.with_typed(attack), knowledge))))
    assert text.count(squeezed(attack)) > 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_words_are_plain(file: Path) -> None:
    wrong = []
    for line, text in texts(file):
        long = (s for s in re.split(r"[.?:\n]\s", text) if len(s.split()) > MOST_WORDS)
        wrong += [f"{line}: {s}" for s in long]
        wrong += [f"{line}: {word}: {text}" for word in AVOIDED if re.search(rf"\b{word}", text.lower())]
        if "!" in text:
            wrong.append(f"{line}: uitroepteken: {text}")
    assert len(FILES) > 10
    assert wrong == []
