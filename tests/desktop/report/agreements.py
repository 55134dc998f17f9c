"""A dossier with everything that partners agree on: costs, hours, leaving, planning, checklists; and variants of it."""

from typing import Any

from models.dossier import Dossier, dossier_from_values
from tests.desktop.report import dossiers

__all__ = ["agreed", "agreed_values", "many", "two", "with_typed"]

_IDS = ("bar", "alb", "rid")


def _costs() -> dict[str, Any]:
    people = {"bar": 48800, "alb": 26000, "rid": 47000}
    return {
        "start_year": 2028,
        "years": 4,
        "items": [
            {
                "id": "loon",
                "name": "Salarissen van de gezamenlijke organisatie",
                "kind": "structural",
                "amounts": {"2028": "14250000.00"},
                "vat": "none",
                "wage_percentage": "100",
                "source": "Begroting 2027, programma bedrijfsvoering",
            },
            {
                "id": "ict",
                "name": "ICT en licenties",
                "kind": "structural",
                "amounts": {"2028": "3120000.55"},
                "vat": "compensable",
                "vat_percentage": "21",
                "bcf_percentage": "85",
                "wage_percentage": "0",
                "source": "Offerte van de leverancier, maart 2027",
            },
            {
                "id": "verhuizen",
                "name": "Inrichten en verhuizen",
                "kind": "housing",
                "amounts": {"2028": "1200000.00", "2029": "450000.00"},
                "vat": "cost",
                "vat_percentage": "21",
                "source": "Raming van de projectgroep",
            },
        ],
        "savings": [
            {"id": "s1", "text": "Minder inhuur", "year": 2030, "amount": "900000.00", "ramp_years": 3},
        ],
        "subtract_savings": True,
        "today": {"bar": "7938000.00", "alb": "3969000.00", "rid": "6993000.00"},
        "today_year": 2027,
        "today_indexed": True,
        "indices": {
            str(year): {"wage": "2.8", "material": "1.6", "wage_weight": "80", "source": "CPB, september 2027"}
            for year in (2028, 2029, 2030, 2031)
        },
        "keys": [
            {
                "id": "vv",
                "kind": "fixed-variable",
                "name": "Kwart gelijk, rest naar inwoners",
                "fixed_percentage": "25",
                "drivers": {"inwoners": people},
                "transition_years": 3,
                "corridor_percentage": "10",
                "recalibrate_in": 2031,
            },
            {"id": "gelijk", "kind": "equal", "name": "Gelijke delen"},
            {
                "id": "uren",
                "kind": "hours-rate",
                "name": "Uren maal tarief",
                "drivers": {"uren": {"bar": 110000, "alb": 52000, "rid": 98000}},
                "rate_costs": {"uren": "17500000.00"},
                "rate_hours": {"uren": "260000"},
            },
            {
                "id": "oud",
                "kind": "historic",
                "name": "Begroting van 2014",
                "drivers": {"budget": {"bar": 42, "alb": 21, "rid": 37}},
            },
            {"id": "stuk", "kind": "usage", "name": "Naar gebruik", "drivers": {"meldingen": {"bar": 100}}},
        ],
        "chosen": "vv",
        "chosen_reason": "Deze verdeling is eenvoudig uit te leggen en groeit mee met het aantal inwoners.",
        "exit_formula": "Wie uittreedt, betaalt vier jaar een aflopend deel van zijn bijdrage en een vast bedrag.",
        "exit_partner": "alb",
        "exit_year": 2029,
        "exit_percentages": {"1": "100", "2": "75", "3": "50", "4": "25"},
        "exit_fixed": "100000.00",
        "exit_method": "tapering-80",
        "exit_damages": [
            {
                "id": "d1",
                "text": "Huur van kantoorruimte",
                "amounts": {"1": "80000.00", "2": "60000.00"},
                "fixed": True,
            },
        ],
        "exit_avoidable": "20",
    }


def _hours() -> dict[str, Any]:
    entries = [
        ("Projectleider", "bar", "1200", "11", True, False),
        ("Jurist", "alb", "400", "10", False, False),
        ("Adviseur ICT", "rid", "900", "10", None, False),
        ("Gebruik van het team", "bar", "700", "10", None, True),
        ("Gebruik van het team", "alb", "900", "10", None, True),
        ("Gebruik van het team", "rid", "900", "10", None, True),
    ]
    return {
        "entries": [
            {
                "id": f"u{number}",
                "role": role,
                "partner": partner,
                "phase": "Voorbereiding",
                "hours": hours,
                "scale": scale,
                "takes": takes,
                **({} if freed is None else {"freed": freed}),
            }
            for number, (role, partner, hours, scale, freed, takes) in enumerate(entries)
        ],
        "productive_hours": {"bar": "1363", "alb": "1400", "rid": "1363"},
        "productive_source": "Handleiding overheidstarieven 2023",
        "rates": {"10": "52.50", "11": "61.00"},
        "rates_source": "Handleiding overheidstarieven 2023",
        "overhead_per_hour": "45.41",
        "overhead_source": "Begroting 2027",
        "settlement": "invoice",
        "advance_percentage": "80",
    }


def _decisions() -> dict[str, Any]:
    return {
        "kind": "collegeregeling",
        "start": "2027-01-11",
        "in_force": "2028-01-01",
        "seat": "rid",
        "works_council": True,
        "raad": {
            "bar": {"meetings": ["2027-02-09", "2027-04-13", "2027-06-15", "2027-10-12"]},
            "rid": {"recess": [["2027-07-10", "2027-08-22"]]},
        },
        "budget_year": 2029,
        "leaving": "alb",
        "leaving_start": "2029-02-01",
        "leaving_on": "2030-12-31",
        "notice_months": 12,
        "checklist": {
            "belang": {"state": "done", "place": "ontwerp, artikel 2"},
            "wijzigen": {"state": "busy", "owner": "de jurist van Barendrecht", "due": "2027-03-01"},
            "participatie": {"state": "not_applicable"},
        },
        "agreement_checklist": {"partijen": {"state": "done", "place": "artikel 1"}},
    }


def agreed_values() -> dict[str, Any]:
    """The values of :func:`agreed`, to change before they become a dossier."""
    values = dossiers._clear()
    for partner, people in zip(values["partners"]["partners"], (48800, 26000, 47000), strict=True):
        partner["inhabitants"] = people
    values["kosten"] = _costs()
    values["uren"] = _hours()
    values["besluitvorming"] = _decisions()
    values["medewerkers"] = {"checklist": {"rie": {"state": "busy", "owner": "P&O", "due": "2027-06-01"}}}
    values["rechtsvorm"]["choice"] = {"basis": "openbaar-lichaam", "reason": "Een eigen organisatie."}
    return values


def agreed() -> Dossier:
    """Three municipalities that agreed on everything."""
    return dossier_from_values(agreed_values())


def two() -> Dossier:
    """The same with two partners."""
    values = agreed_values()
    values["partners"]["partners"].pop()
    for held in values["kosten"]["keys"]:
        for driver in held.get("drivers", {}).values():
            driver.pop("rid", None)
    values["kosten"]["today"].pop("rid")
    values["uren"]["productive_hours"].pop("rid")
    values["uren"]["entries"] = [entry for entry in values["uren"]["entries"] if entry["partner"] != "rid"]
    values["besluitvorming"]["raad"].pop("rid")
    values["besluitvorming"]["seat"] = "bar"
    values["vorm"]["answers"] = {
        key: {"joint": answer["joint"], "partners": {p: v for p, v in answer["partners"].items() if p != "rid"}}
        for key, answer in values["vorm"]["answers"].items()
    }
    return dossier_from_values(values)


def many(count: int = 40, years: int = 4) -> Dossier:
    """``count`` partners with long names, over ``years`` years."""
    values = agreed_values()
    partners = values["partners"]["partners"]
    for number in range(count - len(partners)):
        name = f"Gemeenschappelijk samenwerkingsverband Noorderkwartier nummer {number}"
        partners.append({"id": f"p{number}", "name": name, "inhabitants": 10000 + 137 * number})
    ids = [partner["id"] for partner in partners]
    kosten, uren = values["kosten"], values["uren"]
    kosten["years"] = years
    kosten["keys"] = kosten["keys"][:3]
    kosten["keys"][0]["drivers"] = {"inwoners": {p["id"]: p["inhabitants"] for p in partners}}
    kosten["keys"][2]["drivers"] = {"uren": {key: 6000 + 10 * place for place, key in enumerate(ids)}}
    kosten["today"] = {key: f"{400000 + 1000 * place}.00" for place, key in enumerate(ids)}
    uren["productive_hours"] = dict.fromkeys(ids, "1363")
    uren["entries"] = [
        {"id": f"u{place}{'t' if takes else ''}", "role": "Adviseur", "partner": key, "scale": "10", "takes": takes,
         "hours": str(300 + (17 if takes else 13) * place)}
        for place, key in enumerate(ids)
        for takes in (False, True)
    ]  # fmt: skip
    return dossier_from_values(values)


def with_typed(text: str) -> Dossier:
    """The dossier of :func:`agreed` in which people typed ``text`` wherever these chapters print something."""
    values = agreed_values()
    kosten, uren = values["kosten"], values["uren"]
    for item in kosten["items"]:
        item |= {"name": text, "source": text}
    kosten["savings"][0]["text"] = text
    kosten["chosen_reason"] = kosten["exit_formula"] = text
    for key in kosten["keys"]:
        key |= {"name": text, "reason": text}
    kosten["keys"][0]["drivers"] = {text: kosten["keys"][0]["drivers"]["inwoners"]}
    for index in kosten["indices"].values():
        index["source"] = text
    for entry in uren["entries"]:
        entry |= {"role": text, "phase": text}
    uren |= dict.fromkeys(("productive_source", "rates_source", "overhead_source"), text)
    for partner in values["partners"]["partners"]:
        partner["name"] = text
    values["besluitvorming"]["checklist"]["belang"] |= {"owner": text, "place": text}
    return dossier_from_values(values)
