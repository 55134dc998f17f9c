"""Prints speed of the agreements at full size: 40 partners, 60 items, 10 years, 6 keys; medians and ratios."""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RUNS = 7


def main() -> None:
    """Print all figures, beside a fixed amount of plain Python on the same machine."""
    from desktop.spreadsheet.build import workbook_of
    from desktop.spreadsheet.ods import ods_bytes
    from desktop.spreadsheet.xlsx import xlsx_bytes
    from models.agreements.contributions import work_out
    from models.dossier import dossier_from_values
    from models.knowledge import load_knowledge
    from tests.desktop.spreadsheet.samples import large

    gc.disable()  # as the program does
    knowledge = load_knowledge()
    dossier = dossier_from_values(large().model_dump(mode="json"))
    partners = dossier.partners.active
    outcome = work_out(dossier.kosten, partners)
    assert all(key.years for key in outcome.keys)
    workbook = workbook_of(dossier, knowledge, outcome)
    cells = sum(len(row) for sheet in workbook.sheets for row in sheet.rows.values())
    print(
        f"40 partners, 60 items, 10 years, 6 keys: {cells:,} cells; Python {sys.version.split()[0]}, medians of {RUNS}"
    )
    bare = timed(plain)
    row("plain Python (a million additions)", bare, bare)
    row("work_out", timed(lambda: work_out(dossier.kosten, partners)), bare, 0.050)
    made = timed(lambda: workbook_of(dossier, knowledge, outcome))
    written = timed(lambda: xlsx_bytes(workbook))
    row("workbook", made, bare)
    row("workbook as .xlsx", written, bare)
    row("spreadsheet, .xlsx in all", made + written, bare, 1.0)
    row("workbook as .ods", timed(lambda: ods_bytes(workbook)), bare)


def plain() -> int:
    """What a machine does in some 50 ms."""
    found = 0
    for number in range(1_000_000):
        found += number
    return found


def timed(job: Callable[[], object]) -> float:
    """The median of some runs, in seconds."""
    job()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
        gc.collect()
    return statistics.median(times)


def row(name: str, seconds: float, bare: float, limit: float | None = None) -> None:
    """One line."""
    against = f"  (limit {1000 * limit:.0f} ms)" if limit else ""
    print(f"{name:36} {1000 * seconds:8.1f} ms  {seconds / bare:6.2f} x plain{against}")


if __name__ == "__main__":
    main()
