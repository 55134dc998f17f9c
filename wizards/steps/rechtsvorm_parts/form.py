"""The form of the page Rechtsvorm as data: the facts on which the rules rest, and the choice."""

from models.advice.legal.words import FACT_QUESTIONS
from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option
from wizards.steps.options import basis_options

__all__ = ["FACTS", "SHORT_NAMES", "groups"]

BASE = (StepId.RECHTSVORM.value,)
FACTS = (*BASE, "facts")

SHORT_NAMES = {
    "bodies": "Bevoegdheden van",
    "powers": "Wat gaat over",
    "binding_rules": "Algemene regels",
    "taxes": "Belastingen",
    "task_kind": "Taken",
    "legal_personality": "Eigen personeel of bezit",
    "one_partner_runs": "Eén partner voert uit",
    "private_parties": "Private partijen",
    "private_capital": "Privaat geld",
    "common_objectives": "Gezamenlijk doel",
    "third_party_share": "Omzet van anderen",
    "profit": "Winst verdelen",
    "civil_servants": "Blijft ambtenaar",
    "staff_moves": "Teams gaan over",
    "raad_influence": "Invloed van de raad",
    "special_statute": "Bijzondere wet",
    "vat": "Btw",
}
"""How a fact is called on its chip."""

_BODIES = (Option("raad", "De raad"), Option("college", "Het college"), Option("burgemeester", "De burgemeester"))
_POWERS = (
    Option("none", "Niets, alleen werk"),
    Option("mandate", "Mandaat: besluiten namens de partner"),
    Option("delegation", "Delegatie: de bevoegdheid gaat over"),
)
_TASKS = (
    Option("support_and_execution", "Alleen ondersteuning en uitvoering"),
    Option("policy_rich", "Ook beleid"),
)
_RAAD = (
    Option("by_law", "Wat de wet geeft"),
    Option("along_the_way", "Ook tussentijds meepraten"),
    Option("in_the_board", "Een plaats in het bestuur"),
)
_STATUTES = (
    Option("none", "Geen"),
    Option("omgevingsdienst", "Omgevingsdienst"),
    Option("ggd", "GGD"),
    Option("veiligheidsregio", "Veiligheidsregio"),
    Option("jeugdregio", "Jeugdregio"),
)
_VAT = (
    Option("none", "Er komt geen btw bij"),
    Option("compensable", "De btw is terug te vragen"),
    Option("cost", "De btw is een kostenpost"),
)


def _fact(name: str, kind: Kind = Kind.YES_NO, options: tuple[Option, ...] = (), why: str = "") -> Field:
    return Field(name, FACT_QUESTIONS[name], kind, why, options, ALL_NO_ANSWERS)


def _chosen(dossier: Dossier, _base: Path) -> bool:
    return dossier.rechtsvorm.choice is not None


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """Facts in three cards, what stands beside the basis, and the choice."""
    return (
        Group(
            "Taken en bevoegdheden",
            FACTS,
            (
                _fact("task_kind", Kind.CHOICE, _TASKS, "Een bedrijfsvoeringsorganisatie mag geen beleid maken."),
                _fact("bodies", Kind.MANY, _BODIES, "Elk orgaan besluit over de eigen bevoegdheden."),
                _fact("powers", Kind.CHOICE, _POWERS, "Bij mandaat blijft de partner zelf verantwoordelijk."),
                _fact("binding_rules", why="Zoals een verordening. Dat kan niet in elke rechtsvorm."),
                _fact("taxes"),
                _fact("special_statute", Kind.CHOICE, _STATUTES, "Soms kiest de wet de rechtsvorm al."),
            ),
        ),
        Group(
            "Organisatie en medewerkers",
            FACTS,
            (
                _fact("legal_personality", why="Dan is een rechtspersoon nodig."),
                _fact("one_partner_runs", why="Dan past een centrumregeling vaak."),
                _fact("civil_servants", why="Bij een private rechtsvorm is dat meestal niet zo."),
                _fact("staff_moves"),
                _fact("raad_influence", Kind.CHOICE, _RAAD),
            ),
        ),
        Group(
            "Markt, geld en btw",
            FACTS,
            (
                _fact("private_parties"),
                _fact("private_capital"),
                _fact("common_objectives", why="Dit telt mee voor de vraag of u moet aanbesteden."),
                _fact("third_party_share", Kind.PERCENT, why="De grens van de Aanbestedingswet ligt bij 20%."),
                _fact("profit"),
                _fact("vat", Kind.CHOICE, _VAT, "Btw was in praktijkgevallen een grote tegenvaller."),
            ),
        ),
        Group(
            "Uw keuze",
            BASE,
            (
                Field("choice/basis", "Welke rechtsvorm kiest u?", Kind.CHOICE, options=basis_options),
                Field(
                    "choice/reason",
                    "Waarom kiest u deze rechtsvorm?",
                    Kind.AREA,
                    "Schrijf de reden op, vooral als u anders kiest dan het advies.",
                    visible=_chosen,
                ),
                Field("choice/by", "Wie kiest?", Kind.LINE, "Noem de functie of het orgaan.", visible=_chosen),
                Field("choice/chosen_on", "Op welke dag?", Kind.DATE, visible=_chosen),
                Field("mandaat", "Daarnaast geven partners mandaat", Kind.TOGGLE),
                Field("detachering", "Daarnaast detacheren partners medewerkers", Kind.TOGGLE),
            ),
        ),
    )
