"""The signatures of a PDF: counted always, looked at where pyHanko is installed (the extra ``sign``)."""

from collections.abc import Sequence

from desktop.verify.results import Checked, Later, Signatures

__all__ = ["check_signatures"]


def check_signatures(data: bytes, filled: Sequence[str], start: int | None) -> Signatures:
    """What the signatures in ``data`` say.

    ``filled``: the fields that hold one; ``start``: so many first bytes the library made itself, None where it knows
    of none. Raises nothing.
    """
    if not filled:
        return Signatures(Checked.NONE, since_start=Later.UNKNOWN if start is None else Later.OTHER)
    try:
        # Only here: pyHanko takes long to load, and may not be there.
        from desktop.verify.with_hanko import look_at_signatures
    except ImportError:
        return Signatures(Checked.NO_EXTRA)
    return look_at_signatures(data, filled, start)
