"""What every page of the counter has."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render

from borough.foundations.people.second_factor import officer

from .. import policy
from ..models import Device


def staff(request):
    """The person at the counter. Raises PermissionDenied for everybody else."""
    user = officer(request)
    if user is None or not policy.works_here(user):
        raise PermissionDenied("Only people who work in the device library can open this page. Ask an administrator.")
    return user


def device(user, tag) -> Device:
    found = policy.devices(user).select_related("clearance__wiped_by", "held_for").filter(tag=tag).first()
    if found is None:
        raise Http404(tag)
    return found


def page(request, name, context=None, status=200):
    notices = list(messages.get_messages(request))
    context = {"product_name": "devices", "notices": notices} | (context or {})
    answer = render(request, f"devices/{name}.html", context, status=status)
    answer.headers["Permissions-Policy"] = PERMISSIONS  # the camera reads labels here and nowhere else
    return answer


PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
