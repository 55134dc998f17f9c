"""``python -m desktop`` is ``vormwijzer``."""

from desktop.cli.main import main

raise SystemExit(main())
