"""One date for all members of a zip, so that equal documents give equal bytes."""

import io
import re
import zipfile
from datetime import datetime

from models.dutch import day

__all__ = ["dated", "moment_of"]

_UNKNOWN = datetime(2000, 1, 1)  # noqa: DTZ001 -- the formats hold a day of the Netherlands, without a zone
_DAY = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})")
_MONTHS = {day(datetime(2000, month, 1)).split()[1]: month for month in range(1, 13)}  # noqa: DTZ001


def moment_of(words: str) -> datetime:
    """The day that ``words`` say ("9 juni 2026"), at midnight; 1 January 2000 where they say none."""
    found = _DAY.search(words)
    if found is None or found[2] not in _MONTHS:
        return _UNKNOWN
    try:
        return datetime(max(int(found[3]), 1980), _MONTHS[found[2]], int(found[1]))  # noqa: DTZ001
    except ValueError:
        return _UNKNOWN


def dated(data: bytes, moment: datetime) -> bytes:
    """The same archive with ``moment`` on all its members; the libraries take the clock."""
    target = io.BytesIO()
    stamp = (min(moment.year, 2107), moment.month, moment.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            info = zipfile.ZipInfo(member.filename, stamp)
            plain = member.filename == "mimetype" or member.filename.endswith(".png")
            info.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, source.read(member))
    return target.getvalue()
