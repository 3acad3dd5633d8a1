from .addresses import address

__all__ = ["address"]
