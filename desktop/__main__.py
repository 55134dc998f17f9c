"""``python -m desktop`` is ``vormwijzer``."""

from desktop.cli.main import run

raise SystemExit(run())
