"""What GOV.UK Pay tells us by itself. It is a hint and no more: the worker then asks how the payment stands."""

import hmac
import json
from hashlib import sha256
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import actions


@csrf_exempt  # it comes from a server, and shows its signature instead
@require_POST
def receive(request):
    """204 for whatever is signed, known to us or not: else it would be sent again and again."""
    if not signed(request.body, request.headers.get("Pay-Signature", "")):
        return HttpResponse("Not signed with our secret.\n", status=HTTPStatus.FORBIDDEN, content_type="text/plain")
    try:
        said = json.loads(request.body)
        id, resource = said["resource_id"], said.get("resource") or {}
        reference, key = resource.get("reference"), (resource.get("metadata") or {}).get("attempt")
    except (ValueError, KeyError, TypeError, AttributeError):
        return HttpResponse("We cannot read this.\n", status=HTTPStatus.BAD_REQUEST, content_type="text/plain")
    if said.get("resource_type") == "payment" and isinstance(id, str) and 0 < len(id) <= 60 and "\0" not in id:
        actions.heard(provider_id=id, reference=_text(reference), key=_text(key))
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def signed(body: bytes, signature: str) -> bool:
    """Whether it is the HMAC-SHA256 of the body with our secret, as lower-case hexadecimal."""
    secret = settings.GOVUK_PAY_WEBHOOK_SECRET
    if not secret:
        return False
    return hmac.compare_digest(hmac.new(secret.encode(), body, sha256).hexdigest().encode(), signature.encode())


def _text(value) -> str:
    return value.replace("\0", "") if isinstance(value, str) else ""
