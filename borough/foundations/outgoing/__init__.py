"""What leaves the machine: rows written with what they tell about, and handed over by the worker after commit.

Messages to people and web hooks to back offices are two tables of one kind. docs/decisions/0004-outbox.md says why.
"""
