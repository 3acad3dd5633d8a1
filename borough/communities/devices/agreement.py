"""The words a borrower agrees to. A change of words is a new version; each loan keeps the words it was made under."""

VERSION = "2026-11"
TEXT = """\
Until {due} I am borrowing from the device library: {device}.

* I will look after it. I will not sell it or give it away.
* I will give it back by {due}, or ask to keep it longer before then.
* I will ring {phone} if it breaks, or if it is lost or stolen.
* I do not pay if it breaks by accident.
* When it comes back, everything on it is wiped. I will save what I want to keep first.

With it I get: {parts}.
"""
RETURN = "I have saved what I want to keep. Everything that is still on it may be wiped."


def words(*, device, parts: list[str], due: str, phone: str) -> str:
    """The agreement as the borrower reads it, in plain words."""
    called = f"{device.called} ({device.tag})"
    return TEXT.format(device=called, due=due, phone=phone, parts=", ".join(parts) or "nothing else")
