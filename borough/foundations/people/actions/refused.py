class Refused(ValueError):
    """It cannot be done as asked. Its words say what to do, and are fit to show to whoever asked."""
