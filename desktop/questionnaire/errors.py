"""Why a form cannot be read as a whole; what is wrong with one field is no error but an ``Oddity``."""
# ruff: noqa: N818 -- the names say what is the matter

__all__ = [
    "FlattenedForm",
    "FormEncrypted",
    "FormError",
    "FormNewer",
    "FormTooLarge",
    "MarkDamaged",
    "NotAForm",
    "NotAPdf",
    "OtherDossier",
    "OtherPartner",
    "PartnerGone",
    "PartnerNeeded",
    "XfaOnly",
]


class FormError(Exception):
    """``reason``: what is wrong and what to do, in Dutch, one to three sentences."""

    reason = "Deze vragenlijst is niet te lezen."

    def __init__(self, reason: str = "") -> None:
        self.reason = reason or type(self).reason
        super().__init__(self.reason)


class NotAPdf(FormError):
    """No PDF, or one that is broken."""

    reason = "Dit bestand is geen goede pdf. Vraag om het formulier opnieuw te bewaren als pdf."


class FormTooLarge(FormError):
    """More than a filled form can be."""

    reason = "Dit bestand is te groot voor een ingevulde vragenlijst."


class FormEncrypted(FormError):
    """A password is needed."""

    reason = "Deze pdf heeft een wachtwoord. Vraag om het formulier zonder wachtwoord."


class NotAForm(FormError):
    """Nothing of ours in it."""

    reason = (
        "Dit is geen vragenlijst van Vormwijzer. "
        "Is hij afgedrukt naar een nieuwe pdf? Vraag dan om het ingevulde formulier zelf."
    )


class FlattenedForm(FormError):
    """Our mark, but no fields any more."""

    reason = (
        "De velden van deze vragenlijst zijn weg, dus de antwoorden zijn niet te lezen. "
        "Vraag om het formulier zelf, bewaard zonder afdrukken of afvlakken. Of typ de antwoorden over."
    )


class XfaOnly(FormError):
    """A form of another technique, without ordinary fields."""

    reason = "Dit formulier gebruikt XFA en heeft geen gewone velden. Vul de vragenlijst van Vormwijzer opnieuw in."


class MarkDamaged(FormError):
    """The mark is not as we made it."""

    reason = (
        "Het merkteken in dit formulier is veranderd. Niet te zeggen is voor welk dossier het is. "
        "Geef de partner een nieuwe vragenlijst."
    )


class FormNewer(FormError):
    """Made by a newer program."""

    reason = "Dit formulier is gemaakt met een nieuwere versie van Vormwijzer. Werk het programma bij."


class OtherDossier(FormError):
    """For another dossier."""

    reason = "Deze vragenlijst hoort bij een ander dossier. Open dat dossier en lees hem daar in."


class PartnerGone(FormError):
    """Its partner takes no part (any more)."""

    reason = "De partner van deze vragenlijst doet niet meer mee in dit dossier."


class PartnerNeeded(FormError):
    """A blank form: somebody must say whose it is."""

    reason = "Dit formulier is voor iedereen gemaakt. Zeg van welke partner het is."


class OtherPartner(FormError):
    """Made for one partner, read for another."""

    reason = "Deze vragenlijst is gemaakt voor een andere partner."
