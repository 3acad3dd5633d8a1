"""/work/devices/figures/: what the library did, in numbers and as CSV."""

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.foundations import sheets

from .. import reconciling, reports
from .pages import page, staff


@require_safe
@never_cache
def figures(request):
    staff(request)
    day = reconciling.day()
    cuts = [(name, title, reports.cut(name, day)) for name, (title, _column) in reports.CUTS.items()]
    return page(request, "figures", {"day": day, "totals": reports.totals(day), "cuts": cuts})


@require_safe
@never_cache
def csv(request):
    staff(request)
    day = reconciling.day()
    rows = [["what", "part", "loans", "households"]]
    for name, (title, _column) in reports.CUTS.items():
        for row in reports.cut(name, day):
            told = ["hidden" if row[name] is None else row[name] for name in ("loans", "households")]
            rows.append([title, row["part"], *told])
    answer = HttpResponse(sheets.text(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="device-library-{day}.csv"'
    return answer
