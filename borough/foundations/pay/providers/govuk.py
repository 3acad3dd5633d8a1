"""GOV.UK Pay, as published at docs.payments.service.gov.uk.

Its `Idempotency-Key` is promised for recurring payments only. We send it, and do not count on it: a payment whose
answer was lost is found by its reference and our key in its metadata.
"""

import requests
from django.conf import settings

from .base import Changed, Failed, Payment, Refund, Refused, Silent, Unknown

takes = True
TIMEOUT = (5, 15)  # seconds to connect, seconds to answer
LONGEST = 255  # characters of a description


def origin() -> str:
    """Where its pages are: people are sent there, and nowhere else."""
    return settings.GOVUK_PAY_PAGES.rstrip("/")


def create(*, key, pence, reference, description, return_url, email="", language="en") -> Payment:
    """Open a payment. Raises Silent (it may be open all the same) or Refused."""
    body = {
        "amount": pence, "reference": reference, "description": description[:LONGEST], "return_url": return_url,
        "language": language, "metadata": {"attempt": str(key)},
    }  # fmt: skip
    return _payment(_call("POST", "/v1/payments", body | ({"email": email} if email else {}), key=str(key)))


def find(id: str) -> Payment:
    """How it stands now: the one answer that is always up to date. Raises Silent, Unknown, Refused."""
    return _payment(_call("GET", f"/v1/payments/{id}"))


def search(reference: str) -> list[Payment]:
    """Payments with this reference, newest first. One made a moment ago may be missing. Raises Silent, Refused."""
    found = _call("GET", "/v1/payments", query={"reference": reference})
    payments = [_payment(one) for one in found.get("results", ())]
    return [payment for payment in payments if payment.reference == reference]


def refund(id: str, *, pence: int, available: int) -> Refund:
    """Give money back. Raises Changed where `available` is not what can be given back, Silent, Unknown, Refused."""
    asked = {"amount": pence, "refund_amount_available": available}
    return _refund(_call("POST", f"/v1/payments/{id}/refunds", asked))


def refunds(id: str) -> list[Refund]:
    """What was given back of a payment. One made a moment ago may be missing. Raises Silent, Unknown, Refused."""
    found = _call("GET", f"/v1/payments/{id}/refunds")
    return [_refund(one) for one in (found.get("_embedded") or {}).get("refunds", ())]


def _call(method, path, body=None, *, query=None, key="") -> dict:
    headers = {"Authorization": f"Bearer {settings.GOVUK_PAY_KEY}", "Accept": "application/json"}
    if key:
        headers["Idempotency-Key"] = key
    url = settings.GOVUK_PAY_URL.rstrip("/") + path
    try:
        answer = requests.request(
            method, url, json=body, params=query, headers=headers, timeout=TIMEOUT, allow_redirects=False
        )
        said = answer.json() if answer.content else {}
    except (requests.RequestException, ValueError) as fault:
        raise Silent(type(fault).__name__) from None  # never its words: they hold the address asked
    if answer.status_code in (200, 201, 202) and isinstance(said, dict):
        return said
    raise _judged(answer.status_code, said if isinstance(said, dict) else {})


def _judged(status: int, said: dict) -> Failed:
    code = str(said.get("code") or status)[:10]
    if status == 404:
        return Unknown(code)
    if status == 412:
        return Changed(code)
    if status in (400, 401, 403, 422):
        return Refused(code)
    return Silent(code)  # 409, 429, 5xx: it may have done it, or will do it when asked again


def _payment(said: dict) -> Payment:
    try:
        state, links = said["state"], said.get("_links") or {}
        return Payment(
            id=str(said["payment_id"]),
            status=str(state["status"]),
            pence=int(said["amount"]),
            reference=str(said["reference"]),
            key=str((said.get("metadata") or {}).get("attempt") or ""),
            code=str(state.get("code") or "")[:10],
            next_url=str((links.get("next_url") or {}).get("href") or ""),
            available=int((said.get("refund_summary") or {}).get("amount_available") or 0),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Silent("an answer we cannot read") from None


def _refund(said: dict) -> Refund:
    try:
        return Refund(str(said["refund_id"]), int(said["amount"]), str(said["status"]))
    except (KeyError, TypeError, ValueError):
        raise Silent("an answer we cannot read") from None
