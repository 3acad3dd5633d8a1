"""The reference of every type of question, docs/reference/questions/: written from the types themselves.

Each page has what the type says of itself, what can be set, an example (examples.yaml), what is kept and sent on, what
conditions may ask, and every message it can give. `make reference` writes them anew; a test fails where they are stale.
"""
