"""Ending everything somebody has open."""


def end_sessions(user) -> None:
    """Sign the user out everywhere, by changing what every session of theirs is checked against. Saves the user.

    They keep no password: an officer sets a new one by a code, a resident has none anyway.
    """
    user.set_unusable_password()
    user.save(update_fields=["password"])
