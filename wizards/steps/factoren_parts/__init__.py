"""The parts of the page Wat helpt en wat hindert."""
