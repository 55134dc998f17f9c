"""Small words for a werksessie: the rule for agreement, another round, the clock, what a subject is called."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models.dossier import Dossier
from models.figures.answers import name_of
from models.knowledge import Knowledge
from models.knowledge.forms import Criterion
from models.knowledge.workshop import Situation
from models.vocabulary import StepId
from models.wording.about import NAME_LENGTH
from models.wording.words import number_words, shortened
from models.workshop.records import ConsensusKind, ConsensusRule, Subject, SubjectKind
from models.workshop.revealed import Harmony, Next, Revealed
from models.workshop.subjects import Scale, scale_of

__all__ = [
    "SESSION",
    "TOO_FEW",
    "agreed_when",
    "alike_words",
    "label_of",
    "middle_words",
    "next_words",
    "part_of",
    "partner_name",
    "place_of",
    "place_words",
    "points_of",
    "points_words",
    "prompt_of",
    "rule_words",
    "scale_words",
    "situation_of",
    "step_title",
    "talk_of",
    "timer_words",
    "title_of",
]

SESSION = "Werksessie"
TOO_FEW = "te weinig mensen"
_DOTS_PART = "Stippen geven"
_HIDDEN_FACTOR = "Deze factor is intern"
_STEPS: Mapping[SubjectKind, StepId] = {
    SubjectKind.SCORE: StepId.VORM,
    SubjectKind.IMPORTANCE: StepId.VORM,
    SubjectKind.FACTOR: StepId.FACTOREN,
    SubjectKind.INFLUENCE: StepId.KRACHTENVELD,
    SubjectKind.INTEREST: StepId.KRACHTENVELD,
}
_PLACES: Mapping[SubjectKind, str] = {
    SubjectKind.SCORE: "Stelling",
    SubjectKind.IMPORTANCE: "Belang",
    SubjectKind.FACTOR: "Factor",
    SubjectKind.INFLUENCE: "Belanghebbende",
    SubjectKind.INTEREST: "Belanghebbende",
    SubjectKind.DOTS: "Lijst",
}
_OF_STAKEHOLDERS: Mapping[SubjectKind, str] = {SubjectKind.INFLUENCE: "Invloed", SubjectKind.INTEREST: "Belang"}
_NEXT: Mapping[Next, str] = {
    Next.GO_ON: "U kunt nog een ronde doen. Praat eerst met elkaar.",
    Next.AGREED: "Nog een ronde is niet nodig: u bent het eens.",
    Next.UNCHANGED: "Nog een ronde heeft weinig zin: er veranderde geen enkel antwoord.",
    Next.ENOUGH: "Dit waren drie rondes. Kies nu samen het antwoord en schrijf bezwaren op.",
}
_STRONG, _FAIR = Fraction(7, 10), Fraction(4, 10)
_ALMOST = 15
"""So many percent short of the rule still counts as nearly agreed."""


# --- what something is called


def step_title(knowledge: Knowledge, step: StepId) -> str:
    """The title of a step, as in the task list."""
    return knowledge.step[step].title


def part_of(knowledge: Knowledge, subject: Subject) -> str:
    """The part that a subject belongs to: the title of its step, or that dots are given."""
    step = _STEPS.get(subject.kind)
    return _DOTS_PART if step is None else step_title(knowledge, step)


def place_of(subject: Subject, subjects: Sequence[Subject]) -> tuple[int, int] | None:
    """Where a subject stands among those of its kind, and how many there are; None where it is not one of them."""
    keys = [one.key for one in subjects if one.kind is subject.kind]
    return (keys.index(subject.key) + 1, len(keys)) if subject.key in keys else None


def place_words(subject: Subject, place: tuple[int, int] | None) -> str:
    """``Stelling 7 van 13``; empty where nobody counts."""
    return f"{_PLACES[subject.kind]} {place[0]} van {place[1]}" if place is not None else ""


def title_of(dossier: Dossier, subject: Subject) -> str:
    """The question as people saw it; not that of a factor that was marked intern since."""
    rows = dossier.factoren.factors if subject.kind is SubjectKind.FACTOR else ()
    return _HIDDEN_FACTOR if any(row.internal for row in rows if row.id == subject.ref) else name_of(subject.title)


def label_of(dossier: Dossier, knowledge: Knowledge, subject: Subject) -> str:
    """The question in a few words, for a table."""
    text = _statement(knowledge, subject)
    if text is None:
        who = next((row.name for row in dossier.krachtenveld.stakeholders if row.id == subject.ref), "").strip()
        kind = _OF_STAKEHOLDERS.get(subject.kind)
        return f"{kind}: {who}" if kind and who else title_of(dossier, subject)
    return text.label if subject.kind is SubjectKind.SCORE else f"Belang: {text.label}"


def prompt_of(knowledge: Knowledge, subject: Subject) -> str:
    """One line under the question, which must not steer the answer."""
    text = _statement(knowledge, subject) if subject.kind is SubjectKind.SCORE else None
    own = None if text is None else knowledge.workshop.prompts.get(text.id)
    return own or knowledge.workshop.kind_prompts[subject.kind]


def scale_words(knowledge: Knowledge, subject: Subject) -> Scale:
    """The words at the answers; none for a statement that this version does not know."""
    try:
        return scale_of(subject, knowledge)
    except (KeyError, ValueError):
        return Scale("", "", "", "", "")


def partner_name(dossier: Dossier, partner: str) -> str:
    """The name of a partner; that it is one of before where the dossier has it no more."""
    name = next((one.name for one in dossier.partners.partners if one.id == partner), None)
    return "een vroegere partner" if name is None else shortened(name, NAME_LENGTH) or "zonder naam"


def _statement(knowledge: Knowledge, subject: Subject) -> Criterion | None:
    """The statement that a subject is about; None too for one that this version does not know."""
    if subject.kind not in {SubjectKind.SCORE, SubjectKind.IMPORTANCE}:
        return None
    return next((text for key, text in knowledge.criterion.items() if key.value == subject.ref), None)


# --- numbers and rules


def middle_words(number: Fraction) -> str:
    """``3,5``: a median or quartile, which is whole or a half."""
    return number_words(Decimal(number.numerator) / Decimal(number.denominator))


def points_of(rule: ConsensusRule, subject: Subject) -> int:
    """The points of a rule on the scale of a subject: on that of 0 to 10 they count double."""
    return rule.points * (2 if subject.kind is SubjectKind.IMPORTANCE else 1)


def points_words(points: int) -> str:
    """``1 punt``, ``2 punten``."""
    return f"{points} {'punt' if points == 1 else 'punten'}"


def rule_words(rule: ConsensusRule) -> str:
    """When people agree, as it is told before the first round."""
    if rule.kind is ConsensusKind.MIDDLE_HALF:
        how = f"hooguit {points_words(rule.points)} uit elkaar ligt" if rule.points else "hetzelfde antwoord is"
        text = f"U bent het eens als de middelste helft van de antwoorden {how}."
    elif rule.points:
        near = f"hooguit {points_words(rule.points)} van het midden ligt"
        text = f"U bent het eens als {rule.percentage}% van de antwoorden {near}."
    else:
        text = f"U bent het eens als {rule.percentage}% van de antwoorden gelijk is aan het midden."
    return f"{text} Op de schaal van 0 tot en met 10 is dat {2 * rule.points} punten." if rule.points else text


def agreed_when(rule: ConsensusRule, subject: Subject) -> str:
    """The same in brief, beside an outcome: ``De afspraak: eens bij 1 punt verschil.``"""
    points = points_of(rule, subject)
    if rule.kind is ConsensusKind.MIDDLE_HALF:
        return (
            f"De afspraak: eens {f'bij {points_words(points)} verschil' if points else 'als die helft gelijk kiest'}."
        )
    where = f"hooguit {points_words(points)} van het midden zit" if points else "het midden kiest"
    return f"De afspraak: eens als {rule.percentage}% {where}."


def next_words(after: Next) -> str:
    """Whether another round makes sense, and why not."""
    return _NEXT[after]


def alike_words(alike: Fraction | None) -> str:
    """How far people rank the statements alike; empty where it cannot be said."""
    if alike is None:
        return ""
    how = "sterk" if alike >= _STRONG else "redelijk" if alike >= _FAIR else "weinig"
    shown = number_words(Decimal(int(alike * 100 + Fraction(1, 2))) / 100)
    return f"De rangordes van de deelnemers lijken {how} op elkaar: {shown} op een schaal van 0 tot 1 (Kendalls W)."


def timer_words(seconds: int) -> str:
    """``4:12`` while there is time, ``+0:35`` when it is that long over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02d}"


# --- what to talk about


def situation_of(round_: Revealed) -> Situation:
    """How the answers of a closed round lie."""
    if round_.harmony is not Harmony.APART or round_.spread is None:
        return Situation.AGREED if round_.harmony is Harmony.AGREED else Situation.TOO_FEW
    low, high = round_.subject.scale
    middles = [row.median for row in round_.by_partner if row.median is not None]
    if middles and 2 * (max(middles) - min(middles)) >= high - low:
        return Situation.PARTNERS
    if _two_camps(round_.spread.counts, low, high):
        return Situation.TWO_CAMPS
    return Situation.NEARLY if _nearly(round_) else Situation.FAR_APART


def talk_of(knowledge: Knowledge, round_: Revealed) -> str:
    """One question for the room: always the same after the same round, another one after the next."""
    questions = knowledge.workshop.questions(situation_of(round_))
    return questions[(sum(map(ord, round_.subject.key)) + round_.number) % len(questions)]


def _two_camps(counts: Mapping[int, int], low: int, high: int) -> bool:
    """A quarter at least on either side, and hardly anybody between."""
    everybody = sum(counts.values())
    places = {value: Fraction(value - low, high - low) for value in counts}
    left = sum(count for value, count in counts.items() if places[value] < Fraction(4, 10))
    right = sum(count for value, count in counts.items() if places[value] > Fraction(6, 10))
    return min(left, right) * 4 >= everybody and (everybody - left - right) * 10 <= everybody


def _nearly(round_: Revealed) -> bool:
    assert round_.spread is not None
    points = points_of(round_.rule, round_.subject)
    if round_.rule.kind is ConsensusKind.MIDDLE_HALF:
        step = 2 if round_.subject.kind is SubjectKind.IMPORTANCE else 1
        return round_.spread.middle_half <= points + step
    return round_.spread.near(Fraction(points)) * 100 >= round_.rule.percentage - _ALMOST
