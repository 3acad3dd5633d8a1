"""Why a row was not handed over. Reasons are for officers; they hold no secret."""


class Later(Exception):
    """Not now: this one may well go through another time."""


class Down(Later):
    """Not now, nor will any other: whoever should take it does not answer. Its lane rests for this round."""


class Refused(Exception):
    """Never: nobody will take this one as it stands."""
