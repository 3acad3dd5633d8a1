from .refused import Refused as Refused
