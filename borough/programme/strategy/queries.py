"""What the page of the strategy and those of its workstreams show."""

from borough.programme.figures import queries as figures
from borough.programme.news import queries as news
from borough.programme.workstreams import queries as workstreams
from borough.programme.workstreams.actions import PARTS

from . import venn
from .models import StrategyPage


def page() -> StrategyPage | None:
    return StrategyPage.objects.live().first()


def shown() -> dict:
    """The workstreams with their measures, and where they lie in the diagram."""
    standings = workstreams.standings(milestones=False)
    measures = figures.by_workstream()
    items = [(one, one.workstream.areas) for one in standings]
    return {
        "standings": standings,
        "measures": measures,
        "headlines": headlines(standings, measures),
        "marks": venn.marks(items),
        "overlaps": venn.overlaps(items),
        "venn": venn,
    }


def headlines(standings, measures, most: int = 6) -> list:
    """The first counted measure with a number of each workstream, some of them."""
    counted = (
        [one for one in measures.get(standing.workstream.pk, ()) if one.value is not None and not one.published.typed]
        for standing in standings
    )
    return [found[0] for found in counted if found][:most]


def workstream(key: str) -> dict:
    """One workstream with all that was said of it. Raises Http404."""
    standing = workstreams.standing(key)
    return {
        "standing": standing,
        "measures": figures.measures(standing.workstream),
        "story": workstreams.story(standing.workstream),
        "parts": PARTS,
        "posts": news.of_workstream(standing.workstream),
    }
