"""Data for anybody's program: from any website, fetched again only when it changed."""

import json
from decimal import Decimal
from functools import wraps

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag

from . import sheets


def openly(view):
    @wraps(view)
    def answered(request, *args, **kwargs):
        return share(request, view(request, *args, **kwargs))

    return answered


def share(request, response):
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.status_code == 200 and not response.has_header("ETag"):
        set_response_etag(response)
    return get_conditional_response(request, etag=response.get("ETag"), response=response)


def csv(rows) -> HttpResponse:
    return HttpResponse(sheets.text(rows), content_type="text/csv; charset=utf-8")


def numbers(data):
    """The same with every Decimal as a number: whole where it is whole."""
    if isinstance(data, dict):
        return {key: numbers(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [numbers(value) for value in data]
    if isinstance(data, Decimal):
        return int(data) if data == data.to_integral_value() else float(data)
    return data


def as_json(data) -> HttpResponse:
    return HttpResponse(json.dumps(numbers(data), cls=DjangoJSONEncoder, indent=2), content_type="application/json")
