"""When a goal is SMART, and what it still misses [S4 §5.6.4]."""

from models.dossier.explore import Goal

__all__ = ["is_smart", "missing_parts"]


def missing_parts(goal: Goal) -> tuple[tuple[str, str], ...]:
    """What the goal does not say yet: the name of the field, and its Dutch words; empty for a SMART goal."""
    wanted = (
        ("text", "wat u wilt bereiken", goal.text),
        ("indicator", "wat u meet", goal.indicator),
        ("baseline", "de waarde nu", goal.baseline),
        ("target", "de waarde straks", goal.target),
        ("due", "de datum", goal.due),
        ("reporter", "wie rapporteert", goal.reporter),
    )
    return tuple((name, words) for name, words, value in wanted if not str(value or "").strip())


def is_smart(goal: Goal) -> bool:
    """Whether nothing is missing."""
    return not missing_parts(goal)
