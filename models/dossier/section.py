"""What each of the fourteen sections has besides its own fields."""

from models.dossier.base import Flag, Frozen, Id, Text

__all__ = ["Note", "Section"]


class Note(Frozen):
    """A remark beside a step. ``internal`` notes never reach the audience or a report not marked INTERN."""

    id: Id
    text: Text = ""
    internal: Flag = True


class Section(Frozen):
    """Base of a section."""

    notes: tuple[Note, ...] = ()
