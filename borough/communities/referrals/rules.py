"""What may happen to a referral, and in which order. Pure."""

OPEN, ACCEPTED, REJECTED, WITHDRAWN, REROUTED, DONE, CLOSED = (
    "open", "accepted", "rejected", "withdrawn", "rerouted", "outcome", "closed",
)  # fmt: skip
# step: (from which states, to which)
STEPS = {
    "accept": ({OPEN}, ACCEPTED),
    "reject": ({OPEN, ACCEPTED}, REJECTED),
    "withdraw": ({OPEN, ACCEPTED}, WITHDRAWN),
    "reroute": ({OPEN, ACCEPTED, REJECTED}, REROUTED),  # another referral goes on from here
    "give_outcome": ({ACCEPTED}, DONE),
    "close": ({DONE, REJECTED, WITHDRAWN}, CLOSED),  # with an outcome, always
}
WORDS = {
    "accept": "Accept it", "reject": "Say no", "withdraw": "Withdraw it", "reroute": "Send it to somebody else",
    "give_outcome": "Say how it went", "close": "Close it",
}  # fmt: skip
THEIRS = {"accept", "reject", "reroute", "give_outcome", "close"}  # of the partner it went to; the sender may withdraw


def after(state: str, step: str) -> str | None:
    """The state that a step leads to, or None where it cannot be taken."""
    sources, target = STEPS[step]
    return target if state in sources else None


def steps(state: str, *, receives: bool, sent: bool) -> list[str]:
    """What somebody may do with it now."""
    return [
        step for step, (sources, _to) in STEPS.items()
        if state in sources and ((receives and step in THEIRS) or (sent and step == "withdraw"))
    ]  # fmt: skip
