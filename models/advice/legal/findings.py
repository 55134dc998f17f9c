"""From a rule that fires to a finding: its words, filled in, with article, version and whether to look again."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.advice.legal.results import Finding
from models.advice.legal.rule import Context, Rule
from models.advice.legal.words import NOT_KNOWN, no_valid_text, term_text
from models.knowledge.base import Dated
from models.knowledge.law import LawFile, LegalRuleText, Statute, Term
from models.vocabulary import LegalStatus

__all__ = ["LawView", "a_year_after", "finding_of"]

_PLACE = re.compile(r"\{([a-z0-9_.-]+)\}")


class LawView(NamedTuple):
    """The law by id, as the engine reads it."""

    rules: dict[str, LegalRuleText]
    statutes: dict[str, Statute]
    terms: dict[str, Term]

    @classmethod
    def of(cls, law: LawFile) -> "LawView":
        """The view on one ``law.yaml``."""
        return cls(
            rules={rule.id: rule for rule in law.rules},
            statutes={statute.id: statute for statute in law.statutes},
            terms={term.id: term for term in law.terms},
        )

    def percentage(self, term: str, day: date) -> Decimal | None:
        """A percentage as it holds on ``day``, or ``None``: an older figure is never used instead."""
        found = self.terms.get(term)
        return Decimal(found.value) if found is not None and found.holds_on(day) else None


def a_year_after(day: date) -> date:
    """The same day a year later; for 29 February the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def finding_of(rule: Rule, context: Context, law: LawView, day: date) -> Finding:
    """What ``rule`` says on ``day``.

    Without a text that holds on that day nothing is allowed or excluded by it: the finding becomes a condition
    that says so. Nor does a fact marked M-lo exclude: it becomes a condition with its question (law.md, marks).
    """
    words = law.rules[rule.id]
    text, stale = _filled(words.text, dict(rule.fills(context)), law, day)
    result = Finding(
        rule=rule.id,
        effect=rule.effect,
        text=text,
        article=words.article,
        statute=words.statute,
        text_date=law.statutes[words.statute].text_date,
        checked_on=words.checked_on,
        recheck=stale or _old(words, day),
        question=words.question,
    )
    if not words.holds_on(day):
        return replace(result, effect=LegalStatus.CONDITIONAL, text=no_valid_text(words, day), recheck=True)
    if words.mark == "M-lo" and rule.effect is LegalStatus.EXCLUDED:
        return replace(result, effect=LegalStatus.CONDITIONAL)
    return result


def _old(record: Dated, day: date) -> bool:
    return day > a_year_after(record.checked_on)


def _filled(text: str, fills: dict[str, str], law: LawView, day: date) -> tuple[str, bool]:
    """The text with its named places filled, and whether a term in it must be looked at again."""
    stale = False
    parts = []
    end = 0
    for place in _PLACE.finditer(text):
        value, old = _value(place.group(1), fills, law, day)
        stale = stale or old
        parts += [text[end : place.start()], value]
        end = place.end()
    return "".join((*parts, text[end:])), stale


def _value(name: str, fills: dict[str, str], law: LawView, day: date) -> tuple[str, bool]:
    if name in fills:
        return fills[name], False
    term = law.terms.get(name)
    if term is None or not term.holds_on(day):
        return NOT_KNOWN, True
    return term_text(term), _old(term, day)
