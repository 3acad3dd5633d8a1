from .data import DataItem, TopUp
from .donations import Donation
from .handovers import Handover
from .loans import Loan, Nudge
from .queue import Offer, Request
from .stock import Clearance, Device
from .stocktake import Counted, StockTake

__all__ = ["Clearance", "Counted", "DataItem", "Device", "Donation", "Handover", "Loan", "Nudge", "Offer", "Request",
           "StockTake", "TopUp"]  # fmt: skip
