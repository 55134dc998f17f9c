"""The parts of the page Rechtsvorm: the facts as chips, the twelve bases by status, and side by side."""
