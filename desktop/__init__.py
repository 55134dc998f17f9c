"""The shell: command line, report, and, later, the desktop program."""
