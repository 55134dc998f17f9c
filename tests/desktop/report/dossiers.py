"""Dossiers for the tests of the report: one for each outcome, with texts of people that attack."""

from typing import Any

from models.dossier import Dossier, dossier_from_values

__all__ = ["ATTACKS", "CLEAR", "clear", "empty", "not_clear", "other_choice", "with_texts"]

STATEMENTS = (
    *("reikwijdte", "beleid", "routine", "urgentie", "investering", "overplaatsing", "gelijkwaardigheid"),
    *("centrum", "specialismen", "vertrouwen", "uittreden", "kwetsbaarheid", "opdrachtgeverschap"),
)
CLEAR = (2, 1, 4, 4, 3, 4, 5, 2, 2, 3, 3, 4, 4)
_OWN = (
    (2, 1, 4, 3, 4, 3, 4, 4, 2, 2, 5, 3, 4),
    (2, 1, 3, 5, 2, 4, 5, 2, 2, 3, 2, 5, 2),
    (2, 1, 4, 4, 3, 4, 5, 3, 3, 2, 3, 4, 3),
)
_NAMES = ("Barendrecht", "Albrandswaard", "Ridderkerk")
_IDS = ("bar", "alb", "rid")

ATTACKS = (
    '<img src="/etc/passwd">',
    '<a href="javascript:alert(1)">klik</a>',
    '<font size="5000">groot</font>',
    "<para alignment='center'>",
    "<b>vet",
    "R&D &amp; &euro;",
    "]]>",
    "{titel} %s \\N{DASH}",
)


def _base(**sections: Any) -> dict[str, Any]:
    return {"format_version": 1, "id": "proef", "title": "Samen sterker", "dated": "2026-06-09", **sections}


def _partners() -> list[dict[str, Any]]:
    return [{"id": key, "name": name, "inhabitants": 40000} for key, name in zip(_IDS, _NAMES, strict=True)]


def _clear() -> dict[str, Any]:
    answers = {
        statement: {"joint": joint, "partners": {key: own[i] for key, own in zip(_IDS, _OWN, strict=True)}}
        for i, (statement, joint) in enumerate(zip(STATEMENTS, CLEAR, strict=True))
    }
    facts = {"bodies": ["college"], "powers": "mandate", "legal_personality": True}
    facts["task_kind"] = "support_and_execution"
    accepted = [{"warning": "historic-key", "reason": "Eén jaar, daarna herijken."}]
    return _base(
        partners={"partners": _partners()},
        vorm={"answers": answers, "accepted_warnings": accepted},
        rechtsvorm={"facts": facts},
        kosten={"keys": [{"id": "k1", "kind": "historic", "name": "Begroting van 2014"}]},
    )


def clear() -> Dossier:
    """A clear winner, three partners with answers of their own, a warning that is accepted."""
    return dossier_from_values(_clear())


def not_clear() -> Dossier:
    """The best forms are too close; three statements have no answer, each of its own kind."""
    answers: dict[str, Any] = {name: {"joint": 3} for name in STATEMENTS}
    answers |= {"reikwijdte": {"joint": 2}, "beleid": {"joint": 2}, "specialismen": {"joint": 2}}
    for name, kind in (("uittreden", "unknown"), ("kwetsbaarheid", "not_applicable"), ("opdrachtgeverschap", "later")):
        answers[name] = {"joint": {"no_answer": kind}}
    return dossier_from_values(_base(partners={"partners": _partners()}, vorm={"answers": answers}, fictional=True))


def other_choice(form: str = "centrum", reason: str = "De grootste gemeente wil deze taak houden.") -> Dossier:
    """A clear advice, and people who chose something else."""
    values = _clear()
    values["vorm"]["choice"] = {"form": form, "reason": reason, "by": "de stuurgroep", "chosen_on": "2026-05-12"}
    return dossier_from_values(values)


def empty() -> Dossier:
    """Nothing but a title and a date."""
    return dossier_from_values(_base())


def with_texts(text: str) -> Dossier:
    """A clear case in which people typed ``text`` wherever they can."""
    values = _clear()
    values["title"] = text[:300] or "-"
    values["opgave"] = {
        "question": text,
        "occasion": text,
        "facts": [{"id": "f", "text": text, "unit": text[:40], "figure": "2.5", "source": text}],
        "tasks": [{"id": "t", "name": text, "nature": "support"}],
        "interests": [{"id": "i", "partner": "bar", "text": text}],
        "agenda": [{"id": "a", "text": text, "partners": ["bar", "rid"]}],
    }
    values["doelen"] = {"goals": [{"id": "g", "text": text}]}
    for partner in values["partners"]["partners"]:
        partner |= {"name": text, "brings": text}
    values["vorm"] |= {
        "go_on_as_now": text,
        "choice": {"form": "centrum", "reason": text, "by": text},
        "accepted_warnings": [{"warning": "historic-key", "reason": text}],
    }
    values["vorm"]["answers"]["beleid"]["remark"] = text
    values["rechtsvorm"]["choice"] = {"basis": "openbaar-lichaam", "reason": text}
    values["kosten"]["keys"][0]["name"] = text
    values |= _vaststelling(text) | _people(text)
    values["doelen"]["goals"][0] |= {"indicator": text, "baseline": text, "target": text, "reporter": text}
    values["sturing"] = {"legitimacy_text": text, "budget_steering": text}
    values["medewerkers"] = {"staff": {"bar": {"fte": "2", "placement": text}}, "works_council_text": text}
    values["besluitvorming"] = {"communication": text, "participation": text}
    return dossier_from_values(values)


def _vaststelling(text: str) -> dict[str, Any]:
    point = {"id": "b", "text": text, "bodies": ["raad"], "arguments": [text], "remarks": [text]}
    held = {"id": "e", "owner": text, "goals": {"g": {"value": text, "remark": text}}}
    return {
        "vaststelling": {
            "summary": text,
            "author": text,
            "portfolio": text,
            "case_number": text,
            "minority_view": text,
            "beslispunten": [point],
            "evaluation": {"owner": text, "text": text},
            "evaluations": [{**held, "came_about": text, "lessons": text, "actions": text}],
        }
    }


def _people(text: str) -> dict[str, Any]:
    stakeholder = {"id": "s", "name": text, "stake": text, "approach": text, "action": text, "owner": text}
    factor = {"id": "f", "text": text, "direction": "blocking", "measure": text, "owner": text}
    return {
        "krachtenveld": {"stakeholders": [stakeholder | {"influence": 4, "interest": 4}], "scored_by": text},
        "factoren": {"factors": [factor], "success": {"politiek-zorgvuldig": {"remark": text}}},
        "beginsituatie": {
            "pillars": {"structuur": {"good": text, "change": text}},
            "existing": [{"id": "x", "name": text, "text": text}],
        },
    }
