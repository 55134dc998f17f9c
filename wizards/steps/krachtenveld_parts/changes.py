"""Changes of the krachtenveld: add from a kind, move on the grid, place in the rings, draw a relation. No Qt."""

from models.dossier import Dossier
from models.dossier.base import known
from models.dossier.edit import Path, fresh_id, record_added, value_at, with_value, without
from models.dossier.explore import Environment, Placed, Relation, Stakeholder
from models.figures.grid_plates import BAND, GridArea
from models.knowledge.base import Item

__all__ = [
    "cell_at",
    "moved_cell",
    "placed_at",
    "related",
    "scored_as",
    "stakeholder_from",
    "turned",
    "unplaced",
    "without_stakeholder",
]

_LIST: Path = ("krachtenveld", "stakeholders")
_RELATIONS: Path = ("krachtenveld", "relations")

_NAMES = {
    "raad": "Gemeenteraden",
    "college": "Colleges",
    "griffier": "Griffiers",
    "gemeentesecretaris": "Gemeentesecretarissen",
    "vakbonden-ondernemingsraad": "Vakbonden en ondernemingsraden",
}
"""The name that a card gets, where the kind is named for one partner."""
_ENVIRONMENTS = {"rijk": Environment.CONTEXTUAL, "transactionele-partijen": Environment.TRANSACTIONAL}
"""Where the source itself says in which environment a kind stands [S4 §5.4]."""


def stakeholder_from(kind: Item) -> Stakeholder:
    """A new card of this kind."""
    name = _NAMES.get(kind.id, kind.name)
    return Stakeholder(id=fresh_id(), name=name, kind=kind.id, environment=_ENVIRONMENTS.get(kind.id))


def without_stakeholder(dossier: Dossier, path: Path) -> Dossier:
    """The next dossier without the stakeholder at ``path`` and without its relations."""
    key = path[-1]
    kept = tuple(r for r in dossier.krachtenveld.relations if key not in (r.source, r.target))
    return without(with_value(dossier, _RELATIONS, kept), path)


def cell_at(area: GridArea, x: float, y: float) -> tuple[int, int]:
    """Influence and interest of the cell at a point; a point outside counts for the nearest cell."""
    column = int((x - area.left) // area.step) + 1
    row = 5 - int((y - area.top - BAND) // area.row)
    return min(max(row, 1), 5), min(max(column, 1), 5)


def moved_cell(one: Stakeholder, up: int, right: int) -> tuple[int, int]:
    """Influence and interest one or more cells further, inside the grid; from the middle where there is none yet."""
    influence, interest = known(one.influence) or 3, known(one.interest) or 3
    return min(max(influence + up, 1), 5), min(max(interest + right, 1), 5)


def scored_as(dossier: Dossier, key: str, influence: int, interest: int) -> Dossier:
    """The next dossier, with these scores for a stakeholder."""
    path = (*_LIST, key)
    return with_value(with_value(dossier, (*path, "influence"), influence), (*path, "interest"), interest)


def placed_at(dossier: Dossier, key: str, x: int, y: int) -> Dossier:
    """The next dossier, with a stakeholder at this place (0 to 1000) in the rings; its turn stays."""
    path = (*_LIST, key, "place")
    old = value_at(dossier, path)
    place = Placed(x=min(max(x, 0), 1000), y=min(max(y, 0), 1000), degrees=old.degrees if old else 0)
    return with_value(dossier, path, place)


def turned(dossier: Dossier, key: str, by: int) -> Dossier:
    """The next dossier, with a placed stakeholder turned by ``by`` degrees; one without a place stays as it is."""
    path = (*_LIST, key, "place")
    old = value_at(dossier, path)
    if old is None:
        return dossier
    return with_value(dossier, path, old.model_copy(update={"degrees": (old.degrees + by) % 360}))


def unplaced(dossier: Dossier, key: str) -> Dossier:
    """The next dossier, with a stakeholder back on its ring."""
    return with_value(dossier, (*_LIST, key, "place"), None)


def related(dossier: Dossier, relation: Relation) -> Dossier:
    """The next dossier, with a relation at the end of the list."""
    return record_added(dossier, _RELATIONS, relation)
