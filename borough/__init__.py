"""A council's services, defined once."""

__version__ = "0.1.0"
