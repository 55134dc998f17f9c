"""Naslag: all that the knowledge says, as pages to read and to search, outside any dossier."""

from collections.abc import Iterator

from models.folding import folded
from models.knowledge import reference_choosing as choosing
from models.knowledge import reference_practice as practice
from models.knowledge import reference_workshop as workshop
from models.knowledge.loader import Knowledge
from models.knowledge.topic import Topic, TopicKind, texts_of_topic

__all__ = ["search_topics", "topics"]


def topics(knowledge: Knowledge) -> tuple[Topic, ...]:
    """Every page, by shelf in the order of :class:`TopicKind`."""
    order = {kind: place for place, kind in enumerate(TopicKind)}
    return tuple(sorted(_all(knowledge), key=lambda topic: order[topic.kind]))


def search_topics(knowledge: Knowledge, query: str) -> tuple[Topic, ...]:
    """The pages that hold every word of ``query``, those with all of them in the title first; none for no words."""
    words = folded(query).split()
    if not words:
        return ()
    hits = []
    for topic in topics(knowledge):
        title = folded(topic.title)
        if all(word in title for word in words):
            hits.append((0 if title.startswith(words[0]) else 1, topic))
        elif _holds(folded("\n".join(texts_of_topic(topic))), words):
            hits.append((2, topic))
    return tuple(topic for _, topic in sorted(hits, key=lambda hit: hit[0]))


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _all(knowledge: Knowledge) -> Iterator[Topic]:
    for build in (*choosing.BUILDERS, *practice.BUILDERS, *workshop.BUILDERS):
        yield from build(knowledge)
