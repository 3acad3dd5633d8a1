"""Reading what the council declared and what shows it: public."""

from django.http import Http404

from .models import Assessment, Evidence, Project, Statement
from .standards import POINTS, PRINCIPLES


def declared() -> dict:
    """{principles: [{number, title, words, evidence}], projects, years}."""
    found = {number: [] for number in PRINCIPLES}
    for one in Evidence.objects.all():
        found[one.principle].append(one)
    principles = [
        {"number": number, "title": title, "words": words, "evidence": found[number]}
        for number, (title, words) in PRINCIPLES.items()
    ]
    projects = Project.objects.prefetch_related("statuses")
    years = list(Statement.objects.values_list("year", flat=True))
    return {"principles": principles, "projects": list(projects), "years": years}


def statement(year: int) -> dict:
    """The statement of a year with the evidence of that year. Raises Http404."""
    found = Statement.objects.filter(year=year).first()
    if found is None:
        raise Http404(str(year))
    shown = Evidence.objects.filter(day__year=year, withdrawn_because="")
    return {"statement": found, "shown": list(shown), "principles": PRINCIPLES}


def standard(slug: str) -> list[dict]:
    """{point, words, answer, evidence, at, by_name, before} for each of the fourteen; answer None: nobody has said."""
    rows: dict[int, list[Assessment]] = {}
    for row in Assessment.objects.filter(slug=slug).order_by("point", "-at", "-pk"):
        rows.setdefault(row.point, []).append(row)
    return [{"point": point, "words": words, "said": rows.get(point, [])} for point, words in POINTS.items()]


def met(points: list[dict]) -> int:
    return sum(1 for one in points if one["said"] and one["said"][0].answer == "met")
