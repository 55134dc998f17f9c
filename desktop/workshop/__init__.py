"""The werksessie on screen: the facilitator's views, and what the room sees."""
