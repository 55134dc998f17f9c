"""What both kinds of body share: each item to the method of its kind."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from desktop.report.office.items import Entries, Grid, Item, Listing, Para, Picture

__all__ = ["ItemWriter"]


class ItemWriter(ABC):
    """Writes items as XML; a format says how one of each kind looks."""

    def xml(self, items: Sequence[Item]) -> str:
        """All of ``items``."""
        return "".join(map(self._item, items))

    def _item(self, item: Item) -> str:
        match item:
            case Para():
                return self._para(item)
            case Listing():
                return self._listing(item)
            case Grid():
                return self._grid(item)
            case Picture():
                return self._picture(item)
            case Entries():
                return self._contents(item)

    @abstractmethod
    def _para(self, item: Para) -> str: ...

    @abstractmethod
    def _listing(self, item: Listing) -> str: ...

    @abstractmethod
    def _grid(self, item: Grid) -> str: ...

    @abstractmethod
    def _picture(self, item: Picture) -> str: ...

    @abstractmethod
    def _contents(self, item: Entries) -> str: ...
