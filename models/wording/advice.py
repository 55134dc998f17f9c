"""The advice on the form in sentences: the verdict, what it rests on, what would tip it, how the partners see it."""

from collections.abc import Iterator
from fractions import Fraction

from models.advice.results import FormAdvice, FormOutcome, Outcome, Spread
from models.advice.tipping import AnswerChange, TippingPoint
from models.dutch import listed, whole
from models.figures import difference_of, ranked_forms
from models.vocabulary import CooperationForm, CriterionId
from models.wording.about import About
from models.wording.words import (
    bare_form,
    counted,
    first_upper,
    number_words,
    percentage,
    score_words,
    sentence,
    spelled,
    the_form,
    times_of_hundred,
)

__all__ = [
    "AS_NOW",
    "AS_NOW_BEST",
    "AS_NOW_PRO",
    "advice_in_brief",
    "advice_title",
    "agreement_words",
    "answered_statements",
    "change_words",
    "difference_words_of",
    "firmness",
    "judgement",
    "not_enough",
    "own_warnings",
    "partners_summary",
    "ranking_words",
    "smallest_tip",
    "speaks",
    "tip_outcome",
    "verdict",
    "verdict_parts",
    "way_to_win",
]

AS_NOW = "Doorgaan zoals nu"
AS_NOW_PRO = "Het kost geen geld en geen tijd om te beginnen."
AS_NOW_BEST = "de nadelen van nu kleiner zijn dan die van elke verandering."

_STRONG, _FAIR = Fraction(7, 10), Fraction(4, 10)


def advice_title(about: About) -> str:
    """The verdict in a few words, as a heading."""
    advice = about.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        return "Nog geen advies"
    if advice.recommended is None:
        return "Geen advies: elke vorm valt af"
    if advice.outcome is Outcome.NOT_CLEAR:
        return "Geen duidelijke winnaar"
    return f"{about.name(advice.recommended)} past het best"


def advice_in_brief(about: About) -> str:
    """The verdict with the scores of the best two that take part."""
    title = advice_title(about)
    if about.advice.form.recommended is None:
        return title
    best = [f for f in ranked_forms(about.advice.form) if f.rank is not None][:2]
    return f"{title}: {', '.join(f'{about.name(f.form)} {score_words(f.score)}' for f in best)}"


def verdict(about: About) -> str:
    """What the advice comes to, in one or two sentences."""
    return " ".join(text for text in verdict_parts(about) if text)


def verdict_parts(about: About) -> tuple[str, str]:
    """The same as a first and a second sentence; the second may be empty."""
    advice = about.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        return "Er is nog geen advies, want er is te weinig beantwoord.", ""
    if advice.recommended is None:
        return "Er is geen advies, want elke vorm valt af.", ""
    form = first_upper(the_form(advice.recommended))
    difference = difference_of(advice)
    if difference is None:
        return f"{form} is de enige vorm die overblijft.", ""
    if advice.outcome is Outcome.NOT_CLEAR:
        return "Geen vorm wint duidelijk.", f"{form} is de lichtste van de beste vormen."
    return f"{form} past het best.", f"Het verschil met de volgende vorm is {difference}."


def judgement(about: About) -> str:
    """Why it is not (yet) clear, and what follows; empty for a clear advice and where there is none."""
    advice, limits = about.advice.form, about.knowledge.profiles.thresholds
    if advice.outcome is Outcome.NOT_CLEAR:
        clear = number_words(limits.clear_margin)
        if len(advice.contenders) > 1:
            close = about.forms(advice.contenders)
            text = f"De partners hebben de keus uit {close}. Het verschil is kleiner dan {clear} punten."
        else:
            text = "De vorm die bovenaan staat, verliest die plaats te vaak als het belang van de stellingen verandert."
        return f"{text} Dan gaat de lichtste vorm voor: houd het eenvoudig."
    if advice.outcome is Outcome.PROVISIONAL:
        return "Dit is voorlopig: hoe stevig het advies is, is nog niet berekend."
    if advice.outcome is Outcome.ALL_EXCLUDED:
        return "Kijk welke grens kan verschuiven. Onder elke balk staat waarom de vorm afvalt."
    return ""


def not_enough(about: About) -> Iterator[str]:
    """What lacks for an advice, in sentences."""
    advice, threshold = about.advice.form, about.knowledge.profiles.thresholds.coverage
    partners = len(about.dossier.partners.active)
    if partners < 2:
        yield "Voor een advies zijn ten minste twee partners nodig."
    if advice.coverage < Fraction(threshold):
        needed, share = number_words(100 * threshold), percentage(advice.coverage)
        yield f"Voor een advies moet {needed}% van het belang zijn beantwoord. Nu is dat {share}."
    elif partners >= 2:
        yield "Geen enkele stelling telt mee. Geef ten minste één stelling een antwoord en belang."


def answered_statements(about: About) -> tuple[int, int]:
    """How many statements have a joint answer, and how many there are."""
    asked = [key for key, criterion in about.knowledge.criterion.items() if not criterion.derived]
    answered = about.advice.form.problem.answered
    return sum(key.value in answered for key in asked), len(asked)


def smallest_tip(about: About) -> str:
    """The smallest single change after which another form is first; empty where there is no advice."""
    advice = about.advice.form
    if advice.recommended is None:
        return ""
    if not advice.robustness.tipping:
        return "Geen enkel antwoord verandert alleen wie op plaats 1 staat."
    tip = advice.robustness.tipping[0]
    change = first_upper(change_words(about, tip.change))
    return f"Eén ander antwoord verandert wie op plaats 1 staat. {change}. {tip_outcome(tip)}"


def change_words(about: About, change: AnswerChange) -> str:
    """``soort werk: van 4 naar 2``."""
    label = about.label(change.criterion)
    return f"{label[:1].lower()}{label[1:]}: van {change.before} naar {change.after}"


def tip_outcome(tip: TippingPoint) -> str:
    """Who is first after a change."""
    if not tip.winners:
        return "Dan vallen alle vormen af."
    forms = [the_form(CooperationForm(form)) for form in tip.winners]
    if len(forms) == 1:
        return f"Dan komt {forms[0]} bovenaan."
    return f"Dan delen {listed(forms)} de eerste plaats."


def firmness(about: About) -> Iterator[tuple[str, str]]:
    """How often the winner stays first under other importance: a label and a sentence each. Empty without samples."""
    advice, limits = about.advice.form, about.knowledge.profiles.thresholds
    if not advice.winners:
        return
    uniform, perturbed = advice.robustness.uniform, advice.robustness.perturbed
    winner = advice.winners[0]
    form = first_upper(the_form(winner))
    if perturbed is not None:
        share = times_of_hundred(perturbed.first(winner))
        text = f"Elk belang werd tot de helft hoger of lager dan u koos. {form} staat dan {share} bovenaan."
        yield "Uw eigen belang", text
    if uniform is not None:
        share = times_of_hundred(uniform.first(winner))
        drawn = whole(limits.samples)
        text = f"Het programma trok {drawn} keer een willekeurig belang. {form} staat dan {share} bovenaan."
        others = [f for f in advice.standing.ranks if f != winner and uniform.first(f) > 0]
        best = max(others, key=uniform.first, default=None)
        if best is not None:
            text += f" Daarna komt {the_form(CooperationForm(best))}: {times_of_hundred(uniform.first(best))}."
        yield "Ieder ander belang", text


def speaks(about: About, form: CooperationForm, *, met: bool, most: int = 5) -> tuple[tuple[CriterionId, str], ...]:
    """What speaks for (``met``) or against a form: the statement and a sentence, what counts most first."""
    outcome = about.outcome(form)
    rows = outcome.speaks_for if met else outcome.speaks_against
    cells = ((c.criterion, about.cell(form, c.criterion)) for c in rows[:most])
    return tuple((key, sentence(cell.met if met else cell.unmet)) for key, cell in cells if cell is not None)


def own_warnings(about: About, form: CooperationForm) -> tuple[str, ...]:
    """The warnings of real cases that this form would bring beside those that match already, a sentence each."""
    here = {matched.warning for matched in about.advice.warnings}
    others = [w.warning for w in about.advice.warnings_by_form.get(form, ()) if w.warning not in here]
    titles = [about.knowledge.warning[warning].title for warning in others]
    return tuple(sentence(f"Deze vorm brengt een waarschuwing mee: {t[:1].lower()}{t[1:]}") for t in titles)


def way_to_win(about: About, outcome: FormOutcome) -> str:
    """Which answers would bring a form to first place; empty where that cannot be said yet."""
    if about.advice.form.outcome is Outcome.NO_ADVICE or outcome.score is None:
        return ""
    if outcome.path is None:
        return "Het programma vond geen andere antwoorden die deze vorm op plaats 1 brengen."
    if not outcome.path:
        return "Deze vorm staat nu al op plaats 1, maar gaat verder dan de vorm die de voorkeur heeft."
    number = counted(len(outcome.path), "ander antwoord", "andere antwoorden")
    changes = ". ".join(first_upper(change_words(about, change)) for change in outcome.path)
    return f"{first_upper(the_form(outcome.form))} kan op plaats 1 komen met {number}. {changes}."


def partners_summary(about: About) -> str:
    """At how many partners the advised form is first too; empty where no partner answered for itself."""
    views, form = about.advice.partners.views, about.advice.form.recommended
    if not views:
        return ""
    if form is None:
        return "Elke partner die zelf antwoordde, heeft een eigen rangorde."
    same = sum(1 for view in views if view.ranks.get(form) == 1)
    name = the_form(form)
    if same == len(views):
        return f"Bij elke partner apart staat {name} ook op plaats 1."
    if not same:
        return f"Bij geen enkele partner apart staat {name} op plaats 1. Het advies rust op de antwoorden samen."
    return f"Bij {spelled(same)} van de {spelled(len(views))} partners staat {name} ook apart op plaats 1."


def agreement_words(about: About) -> str:
    """How far the rankings of the partners agree; empty where it cannot be said."""
    w = about.advice.partners.kendalls_w
    if w is None:
        return ""
    words = "sterk" if w >= _STRONG else "redelijk" if w >= _FAIR else "weinig"
    hundredths = int(w * 100 + Fraction(1, 2))
    shown = "1" if hundredths == 100 else f"0,{hundredths:02d}"
    return f"De rangordes van de partners lijken {words} op elkaar: {shown} op een schaal van 0 tot 1 (Kendalls W)."


def difference_words_of(about: About, spread: Spread) -> str:
    """``Aalten antwoordt 2, Borne en Delden antwoordt 5.``"""
    names = about.partner_names
    low, high = min(spread.answers.values()), max(spread.answers.values())
    lowest = listed([names[p] for p, value in spread.answers.items() if value == low and p in names])
    highest = listed([names[p] for p, value in spread.answers.items() if value == high and p in names])
    return sentence(f"{lowest} antwoordt {low}, {highest} antwoordt {high}")


def ranking_words(advice: FormAdvice, *, sampled: bool = True) -> str:
    """The ranking in sentences: scores, who drops out and, where ``sampled``, how often the first stays first."""
    ranked = ranked_forms(advice)
    running = [f"{bare_form(f.form)} {score_words(f.score)}" for f in ranked if f.rank is not None]
    out = [f"{bare_form(f.form)} ({score_words(f.score)})" for f in ranked if f.excluded_by]
    parts = [first_upper(listed(running)) + "."] if running else []
    if out:
        parts.append(f"{first_upper(listed(out))} {'valt' if len(out) == 1 else 'vallen'} af.")
    samples = advice.robustness.uniform
    if sampled and samples is not None and len(running) > 1:
        first = next(f for f in ranked if f.rank is not None)
        share = times_of_hundred(samples.first(first.form))
        parts.append(f"Bij willekeurig belang staat {the_form(first.form)} {share} op plaats 1.")
    return " ".join(parts) or "Geen vorm heeft een score."
