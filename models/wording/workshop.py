"""The pages of a werksessie and the sentences around them, under one name.

Public words only: no votes but as revealed, no names of deelnemers, nothing that is marked intern.
"""

from models.wording.workshop_outcome import differences_page, effect_page, tipping_page, tipping_words
from models.wording.workshop_room import (
    agreements_page,
    opening_page,
    parked_page,
    room_page,
    rules_page,
    script_page,
    setup_page,
    snapshot_of,
)
from models.wording.workshop_rounds import asked_page, partners_page, revealed_page
from models.wording.workshop_words import alike_words, next_words, place_of, rule_words, talk_of, timer_words

__all__ = [
    "agreements_page",
    "alike_words",
    "asked_page",
    "differences_page",
    "effect_page",
    "next_words",
    "opening_page",
    "parked_page",
    "partners_page",
    "place_of",
    "revealed_page",
    "room_page",
    "rule_words",
    "rules_page",
    "script_page",
    "setup_page",
    "snapshot_of",
    "talk_of",
    "timer_words",
    "tipping_page",
    "tipping_words",
]
