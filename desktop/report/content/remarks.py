"""Remarks beside figures: one as a paragraph, more as a list; each once."""

from collections.abc import Iterable, Iterator

from desktop.report.tree import Block, BulletList, Paragraph, plain

__all__ = ["remark_blocks"]


def remark_blocks(lead: str, texts: Iterable[str]) -> Iterator[Block]:
    """Nothing for no texts; ``lead``: the line above a list."""
    said = tuple(dict.fromkeys(texts))
    if len(said) == 1:
        yield Paragraph(plain(said[0]))
    elif said:
        yield Paragraph(plain(lead), leads=True)
        yield BulletList(tuple(plain(text) for text in said))
