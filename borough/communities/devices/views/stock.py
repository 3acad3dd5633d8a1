"""/work/devices/stock/: what there is; adding one, taking in a list, printing labels."""

from django.core.paginator import Paginator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import actions, forms, importing, labels, policy, rules
from ..models import Device
from .asking import asked
from .pages import page, staff

COUNTER = ("/work/devices/", "Device library")
both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def stock(request):
    user = staff(request)
    chosen = {name: request.GET.get(name, "") for name in ("state", "kind", "site")}
    known = {"state": Device.State.values, "kind": Device.Kind.values}
    found = policy.devices(user)
    for name, value in chosen.items():
        if value and (name == "site" or value in known[name]):
            found = found.filter(**{name: value.replace("\0", "")})
    query = "&".join(f"{name}={value}" for name, value in chosen.items() if value)
    context = {
        "page": Paginator(found.order_by("tag"), 50).get_page(request.GET.get("page")), "chosen": chosen,
        "query": query, "states": Device.State.choices, "kinds": Device.Kind.choices, "sites": sites(),
    }  # fmt: skip
    return page(request, "stock", context)


@both
@never_cache
def add(request):
    user = staff(request)

    def do(**answers):
        return f"{actions.add(by=user, **answers).tag} is in stock. It waits to be wiped."

    form = forms.DeviceForm(request.POST or None)
    return asked(request, form, do, title="Add a device", button="Add it", back=COUNTER)


@both
@never_cache
def import_(request):
    """Take in a list. The report says of each line that was left out what is wrong with it."""
    user = staff(request)
    form, report = forms.ListForm(request.POST or None, request.FILES or None), None
    if form.is_valid():
        try:
            report = importing.take_in(form.cleaned_data["file"].read(importing.MOST + 1), by=user)
        except importing.BadList as bad:
            form.add_error("file", str(bad))
    return page(request, "import", {"form": form, "report": report})


@require_safe
@never_cache
def labels_(request):
    """Labels to print: of the tags that are asked for, else of the newest devices."""
    user = staff(request)
    typed = request.GET.get("tags", "").replace("\0", "")[:2000]
    tags = list(dict.fromkeys(filter(None, (rules.tag(one) for one in typed.replace(",", "\n").splitlines()))))
    found = policy.devices(user).filter(tag__in=tags) if tags else policy.devices(user).order_by("-pk")[:24]
    sheet = [{"device": one, "code": labels.svg(one.tag)} for one in found[:200]]
    return page(
        request, "labels", {"sheet": sheet, "typed": typed, "unknown": set(tags) - {one["device"].tag for one in sheet}}
    )


def sites() -> list[str]:
    return list(Device.objects.exclude(site="").order_by("site").values_list("site", flat=True).distinct())
