class Refused(Exception):
    """We will not keep this file. The message is for the person who sent it, and says what to do."""
