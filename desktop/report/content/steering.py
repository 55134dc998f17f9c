"""How the partners steer together: kinds of steering, legitimacy, votes and the rule by which a board decides."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.notes import note_blocks
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Column,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.dossier.base import NoAnswer, known
from models.dossier.choose import DecisionRule
from models.dutch import listed
from models.legitimacy import centres_of
from models.vocabulary import StepId
from models.wording.words import answer_words, first_upper, number_words, sentence, shortened
from models.zeggenschap import voting_words

__all__ = ["steering_chapter"]

_RULES = {
    DecisionRule.SIMPLE_MAJORITY: "een gewone meerderheid",
    DecisionRule.QUALIFIED_MAJORITY: "een versterkte meerderheid",
    DecisionRule.UNANIMITY: "iedereen is het eens",
}
_TEXT = 1200


def steering_chapter(brief: Brief) -> Iterator[Block]:
    """Only what is filled in."""
    yield brief.heading(Chapter.STEERING)
    yield KeySentence(_key(brief))
    sections = (
        ("Hoe de partners sturen", _steering(brief)),
        ("Hoe de raden erbij zijn", _legitimacy(brief)),
        ("Wie heeft wat te zeggen?", _votes(brief)),
    )
    yield from numbered(brief.letters[Chapter.STEERING], sections)
    yield from note_blocks(brief, StepId.STURING)


def _key(brief: Brief) -> str:
    held = brief.dossier.sturing
    names = {text.id: text.name for text in brief.knowledge.steering.steering}
    centres = centres_of(held.weights, known(held.main))
    parts = []
    if centres:
        kinds = listed([names[kind][:1].lower() + names[kind][1:] for kind in centres])
        parts.append(f"De sturing past bij de {kinds}.")
    rule = known(held.decision_rule)
    if rule is not None:
        parts.append(f"Voor een besluit geldt: {_RULES[rule]}.")
    return " ".join(parts) or "De partners legden een deel van de sturing vast."


def _steering(brief: Brief) -> Iterator[Block]:
    held = brief.dossier.sturing
    texts = brief.knowledge.steering.steering
    if held.weights:
        columns = (Column("Soort sturing"), Column("Belang", 0.6, Align.RIGHT), Column("Wat het is", 4))
        rows = tuple(
            Row((cell(text.name), cell(str(held.weights[text.id])), cell(text.text)))
            for text in sorted(texts, key=lambda text: -held.weights.get(text.id, 0))
            if text.id in held.weights
        )
        yield Table("Hoe zwaar weegt elke soort sturing?", columns, rows, unit="belang van 0 tot 10")
    asked = {question.id: question.text for text in texts for question in text.questions}
    asked |= {
        question.id: question.text for pillar in brief.knowledge.steering.pillars for question in pillar.questions
    }
    for key, answer in held.answers.items():
        if key in asked and answer is not None and (isinstance(answer, NoAnswer) or answer.strip()):
            told = answer_words(answer)
            yield Paragraph((bold(f"{asked[key]} "), Run(sentence(first_upper(told)))))


def _legitimacy(brief: Brief) -> Iterator[Block]:
    held, texts = brief.dossier.sturing, brief.knowledge.steering
    for lead, chosen, items in (
        ("De partners kiezen deze afspraken:", held.legitimacy, texts.legitimacy),
        ("De raden zijn op deze momenten aan zet:", held.raad_moments, texts.raad_moments),
    ):
        names = [item for item in items if item.id in chosen]
        if names:
            yield Paragraph(plain(lead), leads=True)
            yield BulletList(tuple((bold(sentence(item.name)), Run(f" {sentence(item.text)}")) for item in names))
    if held.legitimacy_text.strip():
        yield LabelledParagraph("Toelichting", plain(sentence(held.legitimacy_text)))


def _votes(brief: Brief) -> Iterator[Block]:
    held, names = brief.dossier.sturing, brief.partner_names
    votes = {key: known(vote.votes) for key, vote in held.votes.items() if key in names}
    if any(count is not None for count in votes.values()):
        yield _vote_table(brief)
        every = {key: votes.get(key) for key in names}
        rule, percentage = known(held.decision_rule), held.qualified_percentage
        said = voting_words(names, every, rule, percentage)
        yield Paragraph(plain(" ".join(text.replace("Hieronder geldt", "Hier geldt") for text in said)))
    elif known(held.decision_rule) is not None:
        rule = known(held.decision_rule)
        assert rule is not None
        yield Paragraph(plain(f"Voor een besluit geldt: {_RULES[rule]}."))
    if held.qualified_percentage is not None:
        needed = f"Een versterkte meerderheid is ten minste {number_words(held.qualified_percentage)}% van de stemmen."
        yield Paragraph(plain(needed))
    yield from _budget(brief)


def _vote_table(brief: Brief) -> Table:
    held = brief.dossier.sturing.votes
    columns = (Column("Partner"), Column("Stemmen", 1, Align.RIGHT), Column("Zetels", 1, Align.RIGHT))
    rows = []
    for key, name in brief.partner_names.items():
        vote = held.get(key)
        texts = ("–", "–") if vote is None else (answer_words(vote.votes), answer_words(vote.seats))
        rows.append(Row((cell(name), *(cell(text) for text in texts))))
    return Table("Stemmen en zetels in het bestuur", columns, tuple(rows))


def _budget(brief: Brief) -> Iterator[Block]:
    held = brief.dossier.sturing
    agreed = known(held.budget_agreement)
    told = []
    if agreed is not None:
        told.append("Er is een afspraak over de begroting." if agreed else "Er is nog geen afspraak over de begroting.")
    if held.budget_steering.strip():
        told.append(sentence(shortened(held.budget_steering, _TEXT)))
    if told:
        yield LabelledParagraph("Sturen op geld", plain(" ".join(told)))
