"""What is kept of a case: the case, what happened to it, what was checked, what it matches."""

from .cases import Case, CaseLink
from .happened import Task, TimelineEntry
from .matching import MatchKey
from .warnings import WarningNote

__all__ = ["Case", "CaseLink", "MatchKey", "Task", "TimelineEntry", "WarningNote"]
