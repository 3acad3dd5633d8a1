"""The public API: what the strategy says of itself, for programs. No key, from any website, described by OpenAPI."""

from datetime import date

from django.http import Http404
from ninja import NinjaAPI, Schema

from borough.foundations.openly import numbers, share
from borough.programme.figures import exporting
from borough.programme.figures import queries as figures
from borough.programme.performance import queries as performing
from borough.programme.workstreams import queries as workstreams

WORDS = """
Everything that the public pages of the programme show, as data. It needs no key and answers programs on any website.
Every answer has an ETag: send it back as `If-None-Match` and an answer that is still the same costs nothing.
Numbers of 1 to 4 people are null, as on the pages.
"""


class Open(NinjaAPI):
    """Answers as `openly` does."""

    def create_response(self, request, data, *args, **kwargs):
        return share(request, super().create_response(request, data, *args, **kwargs))


api = Open(title="Borough programme", version="1", description=WORDS, urls_namespace="api", docs_url=None,
           openapi_url="openapi.json")  # fmt: skip


class Latest(Schema):
    key: str
    latest: int | float | None
    as_at: date | None


class Measure(Latest):
    title: str
    workstream: str
    unit: str
    direction: str
    freshness: str
    baseline: int | float | None
    baseline_on: date | None
    target: int | float | None
    target_on: date | None
    typed: bool
    source: str
    definition: str
    method: str
    caveats: str


class Reading(Schema):
    day: date
    value: int | float | None
    problem: str
    by: str
    source: str


class WholeMeasure(Measure):
    readings: list[Reading]


class Milestone(Schema):
    title: str
    planned_for: date
    expected: date
    reached_on: date | None


class Workstream(Schema):
    key: str
    title: str
    areas: list[str]
    owner: str
    status: str
    measures: list[Latest]
    why: str
    what: str
    outcomes: list[str]
    directorates: list[str]
    last_update: date
    update_overdue: bool
    milestones: list[Milestone]
    page: str


class Programme(Schema):
    title: str
    page: str
    vision: str
    areas: list[str]
    workstreams: list[str]
    measures: list[str]


@api.get("/programme", response=Programme, summary="The strategy")
def programme(request):
    from borough.programme.strategy import queries

    page = queries.page()
    return {
        "title": page.title if page else "Our digital strategy",
        "page": "/programme/",
        "vision": page.vision if page else "",
        "areas": ["communities", "place", "council"],
        "workstreams": list(workstreams.titles()),
        "measures": [one.key for one in figures.measures()],
    }


@api.get("/programme/workstreams", response=list[Workstream], summary="Every workstream as it stands")
def all_workstreams(request):
    measures = figures.by_workstream()
    return [_workstream(one, measures.get(one.workstream.pk, ())) for one in workstreams.standings()]


@api.get("/programme/workstreams/{slug:key}", response=Workstream, summary="One workstream")
def one_workstream(request, key: str):
    standing = workstreams.standing(key)
    return _workstream(standing, figures.measures(standing.workstream))


@api.get("/programme/measures", response=list[Measure], summary="Every published measure with its newest number")
def all_measures(request):
    return [exporting.whole(one) for one in figures.measures()]


@api.get("/programme/measures/{slug:key}", response=WholeMeasure, summary="One measure with its readings, newest first")
def one_measure(request, key: str):
    figure = figures.measure(key)
    return exporting.whole(figure) | {"readings": [exporting.reading(one) for one in figures.history(figure)]}


@api.get("/programme/measures/{slug:key}/readings", response=list[Reading], summary="The readings of one measure")
def readings(request, key: str):
    return [exporting.reading(one) for one in figures.history(figures.measure(key))]


@api.get("/services/performance", summary="The four figures of every service, as counted last night")
def services_performance(request):
    return numbers(performing.all_services())


@api.get("/services/{slug:slug}/performance", summary="How one service does, and what people stumble on")
def performance(request, slug: str, days: str = ""):
    return numbers(performing.performance(performing.service(slug), performing.period(days)))


@api.exception_handler(Http404)
def not_there(request, fault):
    return api.create_response(request, {"detail": "There is nothing of this name."}, status=404)


def _workstream(standing, measures) -> dict:
    workstream = standing.workstream
    return {
        "key": workstream.key,
        "title": workstream.title,
        "areas": workstream.areas,
        "owner": workstream.owner,
        "status": standing.status,
        "measures": [exporting.brief(one) for one in measures],
        "why": workstream.why,
        "what": workstream.what,
        "outcomes": workstream.aims,
        "directorates": workstream.directorate_names,
        "last_update": standing.last_told,
        "update_overdue": standing.overdue,
        "milestones": [
            {
                "title": one.milestone.title,
                "planned_for": one.milestone.planned_for,
                "expected": one.milestone.reached_on or one.expected,
                "reached_on": one.milestone.reached_on,
            }
            for one in standing.milestones
        ],
        "page": f"/programme/workstreams/{workstream.key}/",
    }
