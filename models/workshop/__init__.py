"""The werksessie: participants, rounds of votes, and statistics of agreement.

A round in which people still vote is known to the library in sealed form only (:mod:`models.workshop.sealed`) and to
the screen as a count. What it held is read when it is closed (:mod:`models.workshop.revealed`); what the group makes
of it is a decision beside the votes, never the mean (:mod:`models.workshop.decisions`).
"""
