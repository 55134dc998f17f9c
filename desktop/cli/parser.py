"""What can be typed after ``vormwijzer``, in Dutch. argparse speaks English: its own words are replaced here."""

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

__all__ = ["UsageError", "make_parser"]


class UsageError(Exception):
    """The words on the command line are off; the message is one Dutch sentence."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)
        self._action_max_length = 14  # argparse does not count how far commands are indented

    def add_usage(  # the types are those of argparse
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Say "Gebruik" where argparse says "usage"."""
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Dutch and raises :class:`UsageError` instead of ending the program."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]
        self._positionals.title = "Gegevens"
        self._optionals.title = "Keuzes"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        raise UsageError(_dutch(message))


def _dutch(message: str) -> str:
    """The message of argparse in Dutch; what a person typed stays as it is."""
    patterns = (
        (r"the following arguments are required: (.*)", r"Vul dit nog in: {0}."),
        (r"unrecognized arguments: (.*)", r"Dit is onbekend: {0}."),
        (r"argument (\S+).*: invalid choice: (.+) \(choose from (.*)\)", r"{1} is onbekend bij {0}. Kies uit: {2}."),
        (r"argument (\S+).*: expected one argument", r"Achter {0} hoort nog iets te staan."),
        (r"argument (\S+).*: not allowed with argument (\S+)", r"{0} en {1} gaan niet samen."),
        (r"argument (\S+).*: ignored explicit argument (.*)", r"Achter {0} hoort niets te staan."),
    )
    for pattern, words in patterns:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*found.groups()) + " Zie vormwijzer --help."
    return "Deze opdracht is niet te lezen. Zie vormwijzer --help."


_ABOUT = """Vormwijzer helpt gemeenten een samenwerkingsvorm en een rechtsvorm te kiezen.
Het programma werkt zonder internet. Niets verlaat uw computer.

BESTAND is een dossier: een uitwisselbestand (.vormwijzer) of platte JSON.
"vormwijzer schema" laat zien hoe die JSON eruitziet."""

_EXIT_CODES = """Afloop (exit code):
  0  gelukt
  1  het dossier draagt nog geen advies, verdeling of planning; de PDF is veranderd of onbekend
  2  de opdracht, een bestand of de bibliotheek deugt niet; er is niets veranderd

Voorbeelden:
  vormwijzer voorbeeld bar --uit bar.json
  vormwijzer advies bar.json --pdf advies.pdf
  vormwijzer advies bar.json --stuk oplegnotitie --docx oplegnotitie.docx
  vormwijzer advies bar.json --json > advies.json
  vormwijzer verdeling bar.json --xlsx verdeling.xlsx
  vormwijzer kalender bar.json --ics planning.ics
  vormwijzer vragenlijst bar.json --pdf vragenlijst.pdf
  vormwijzer verifieer advies.pdf"""


class _ShowVersion(argparse.Action):
    """Prints the version; looks it up only then, because that takes longer than reading the command line."""

    def __call__(self, *_arguments: object) -> NoReturn:
        from desktop.about.build import read_build

        print(f"Vormwijzer {read_build().version}")
        raise SystemExit(0)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; sets ``command`` (None for the desktop program)."""
    parser = _Parser(prog="vormwijzer", description=_ABOUT, epilog=_EXIT_CODES)
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="laat de versie zien")
    commands = parser.add_subparsers(dest="command", metavar="OPDRACHT", title="Opdrachten", parser_class=_Parser)
    _add_advice_commands(commands)
    _add_cost_command(commands)
    _add_calendar_command(commands)
    _add_questionnaire_command(commands)
    _add_library_commands(commands)
    _add_pdf_commands(commands)
    _add_about_command(commands)
    return parser


_Commands = argparse._SubParsersAction


def _add_advice_commands(commands: "_Commands[_Parser]") -> None:
    advice = _command(commands, "advies", "weeg een dossier en geef het advies", "Geeft het advies bij een dossier.")
    _file(advice)
    _documents(advice)
    advice.add_argument("--json", action="store_true", help="geef het advies als JSON (zie vormwijzer schema --advies)")
    check = _command(
        commands,
        "controle",
        "zeg wat ontbreekt en wat elkaar tegenspreekt",
        "Zegt per onderdeel wat nog ontbreekt, wat elkaar tegenspreekt en wat u moet weten.",
    )
    _file(check)
    check.add_argument("--json", action="store_true", help="geef de bevindingen als JSON")
    schema = _command(
        commands, "schema", "geef het JSON-schema van een dossier", "Geeft het JSON-schema van een dossier."
    )
    schema.add_argument(
        "--advies", action="store_true", help="geef het schema van het advies in plaats van het dossier"
    )
    example = _command(
        commands,
        "voorbeeld",
        "geef een voorbeelddossier",
        "Geeft een voorbeelddossier als JSON. Zonder NAAM: een lijst van de voorbeelden.",
    )
    example.add_argument("name", metavar="NAAM", nargs="?", help="welk voorbeeld")
    example.add_argument("--uit", metavar="BESTAND", help="schrijf naar dit bestand (.json of .vormwijzer)")
    example.add_argument("--vervang", action="store_true", help="vervang het bestand als het er al is")


def _documents(advice: _Parser) -> None:
    kinds = ("advies", "oplegnotitie", "werksessie", "akkoordblad")
    advice.add_argument(
        "--stuk", metavar="STUK", choices=kinds, default="advies", help=f"welk stuk: {', '.join(kinds)}"
    )
    advice.add_argument("--pdf", metavar="UIT", help="schrijf het stuk als pdf naar dit bestand")
    advice.add_argument("--docx", metavar="UIT", help="schrijf het stuk voor Word naar dit bestand")
    advice.add_argument("--odt", metavar="UIT", help="schrijf het stuk voor LibreOffice naar dit bestand")
    advice.add_argument("--sjabloon", metavar="JSON", help="gebruik het sjabloon van uw gemeente in dit bestand")
    advice.add_argument("--intern", action="store_true", help="zet er ook in wat niet openbaar is")
    advice.add_argument("--velden", action="store_true", help="zet lege velden voor handtekeningen in de pdf")


def _add_calendar_command(commands: "_Commands[_Parser]") -> None:
    calendar = _command(
        commands,
        "kalender",
        "zeg welk orgaan wanneer besluit",
        "Geeft de stappen van de besluitvorming, met termijn en artikel. Ook van begroting en uittreden.",
    )
    _file(calendar)
    calendar.add_argument("--json", action="store_true", help="geef de kalender als JSON")
    calendar.add_argument("--ics", metavar="UIT", help="schrijf de kalender voor een agenda naar dit bestand (.ics)")


def _add_questionnaire_command(commands: "_Commands[_Parser]") -> None:
    form = _command(
        commands,
        "vragenlijst",
        "maak een vragenlijst voor een partner, of lees hem in",
        "Maakt een vragenlijst die een partner in een pdf invult. Leest de ingevulde pdf terug in het dossier.",
    )
    _file(form)
    form.add_argument("--pdf", metavar="UIT", help="schrijf een lege vragenlijst naar dit bestand")
    form.add_argument("--partner", metavar="NAAM", help="voor of van deze partner (anders voor iedereen)")
    form.add_argument("--lees", metavar="FORMULIER", help="lees deze ingevulde pdf")
    form.add_argument("--uit", metavar="NIEUW", help="schrijf het dossier met de antwoorden hierheen (met --lees)")
    form.add_argument(
        "--bij-verschil",
        choices=("houd", "vervang"),
        default="houd",
        help="als het dossier een ander antwoord heeft: houd dat, of vervang het",
    )


def _add_cost_command(commands: "_Commands[_Parser]") -> None:
    shares = _command(
        commands,
        "verdeling",
        "verdeel de kosten volgens elke verdeelsleutel",
        "Zegt per verdeelsleutel wat elke partner per jaar betaalt, en het verschil met nu.",
    )
    _file(shares)
    shares.add_argument("--json", action="store_true", help="geef de uitkomst als JSON; bedragen staan er als tekst in")
    shares.add_argument("--xlsx", metavar="UIT", help="schrijf een rekenblad met formules (Excel) naar dit bestand")
    shares.add_argument("--ods", metavar="UIT", help="schrijf hetzelfde rekenblad als .ods (LibreOffice)")


def _add_library_commands(commands: "_Commands[_Parser]") -> None:
    load = _command(
        commands,
        "importeer",
        "zet een dossier in Mijn dossiers",
        "Zet een dossier in Mijn dossiers. Een dossier dat er al staat, wordt nooit ongemerkt vervangen.",
    )
    _file(load)
    load.add_argument(
        "--bij-verschil",
        choices=("vraag", "nieuwste", "beide"),
        default="vraag",
        help="als het dossier er al staat met andere inhoud: stop (vraag), houd de nieuwste, of bewaar beide",
    )
    _library(load)
    save = _command(
        commands,
        "exporteer",
        "schrijf een dossier uit Mijn dossiers naar een uitwisselbestand",
        "Schrijft een dossier met zijn versies en akkoorden naar een uitwisselbestand.",
    )
    save.add_argument("id", metavar="ID", help="het nummer van het dossier (zie vormwijzer lijst)")
    save.add_argument("--uit", metavar="BESTAND", help="naar dit bestand (anders ID.vormwijzer)")
    save.add_argument("--vervang", action="store_true", help="vervang het bestand als het er al is")
    _library(save)
    listing = _command(commands, "lijst", "laat Mijn dossiers zien", "Laat zien welke dossiers in Mijn dossiers staan.")
    listing.add_argument("--json", action="store_true", help="geef de lijst als JSON")
    listing.add_argument("--archief", action="store_true", help="laat ook dossiers in het archief zien")
    _library(listing)


_VERIFY_CODES = """Afloop (exit code):
  0  gelijk aan wat Mijn dossiers maakte, ook als er daarna alleen is ondertekend;
     of Mijn dossiers kent het niet, maar de ondertekeningen kloppen
  1  veranderd, onbekend, er ontbreekt een ondertekening, of een stempel kan tekst bedekken
  2  niet te lezen: geen pdf, beschadigd of versleuteld

Wie er ondertekende, zegt het certificaat. Of dat erkend is, wordt niet gecontroleerd: daarvoor is internet nodig."""

_SIGN_NOTES = """Het oorspronkelijke bestand blijft zoals het is. De wachtzin vraagt het programma,
of het leest haar uit VORMWIJZER_WACHTZIN. Als argument kan zij niet: dan ziet iedereen haar.

Alleen een gekwalificeerde handtekening staat gelijk aan een handtekening op papier (eIDAS).
Het beste gebruikt u de ondertekendienst van uw gemeente."""


def _add_pdf_commands(commands: "_Commands[_Parser]") -> None:
    verify = _command(
        commands,
        "verifieer",
        "controleer een pdf van Vormwijzer",
        "Zegt van welk dossier en welke versie een pdf is, of er iets veranderd is en welke ondertekeningen kloppen.",
    )
    verify.epilog = _VERIFY_CODES
    verify.add_argument("file", metavar="PDF", help="het bestand om te controleren")
    verify.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")
    _library(verify)
    sign = _command(
        commands,
        "onderteken",
        "onderteken een pdf in een leeg veld",
        "Ondertekent een pdf in een leeg veld, in een nieuw bestand. Eerdere ondertekeningen blijven kloppen.",
    )
    sign.epilog = _SIGN_NOTES
    sign.add_argument("file", metavar="PDF", help="het bestand om te ondertekenen")
    sign.add_argument("--velden", action="store_true", help="laat alleen zien welke velden er zijn")
    sign.add_argument("--veld", metavar="NAAM", help="het veld om in te ondertekenen")
    sign.add_argument("--certificaat", metavar="P12", help="bestand met uw certificaat; met --token de naam erop")
    sign.add_argument("--token", metavar="MODULE", help="stuurprogramma (PKCS#11) van het token met uw certificaat")
    sign.add_argument("--rol", metavar="TEKST", help="uw rol, zoals burgemeester van Linde")
    sign.add_argument("--plaats", metavar="TEKST", help="de plaats waar u ondertekent")
    sign.add_argument("--reden", metavar="TEKST", help="waarom u ondertekent")
    sign.add_argument("--uit", metavar="BESTAND", help='naar dit bestand (anders "… - ondertekend.pdf")')
    sign.add_argument("--vervang", action="store_true", help="vervang het bestand als het er al is")


def _add_about_command(commands: "_Commands[_Parser]") -> None:
    about = _command(
        commands,
        "over",
        "zeg welke versie dit is en waar alles staat",
        "Zegt welke versie dit is, waar dossiers en instellingen staan, en waarom daar. Handig voor de helpdesk.",
    )
    about.add_argument("--json", action="store_true", help="geef het als JSON")
    about.add_argument("--licenties", action="store_true", help="noem ook de onderdelen met hun licentie")


def _command(commands: "_Commands[_Parser]", name: str, short: str, long: str) -> _Parser:
    return commands.add_parser(name, help=short, description=long)


def _file(parser: _Parser) -> None:
    parser.add_argument("file", metavar="BESTAND", help="een dossier: .vormwijzer of JSON; - leest van de invoer")


def _library(parser: _Parser) -> None:
    parser.add_argument("--map", metavar="MAP", help="de map met Mijn dossiers (anders uw eigen gegevensmap)")
