"""A stand-in that speaks GOV.UK Pay's published API over HTTP: its payments, refunds and searches, the pages on which
people pay, and its web hooks. It can be told to be slow, to lose answers after acting, and to be behind with searches.
"""

import hmac
import json
import threading
import uuid
from datetime import UTC, datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

KEY = "api_test_stand_in"
SECRET = "stand-in-signing-secret"
UNFINISHED = ("created", "started", "submitted", "capturable")
CODES = {"failed": "P0010", "expired": "P0020", "cancelled_by_user": "P0030", "cancelled": "P0040", "error": "P0050"}


class Told:
    """How to misbehave: once each, in order, for the next calls of one kind (create, find, search, refund, refunds).

    "lose" acts and hangs up without an answer; "down" answers 503 and does nothing; "busy" 429; "garbage" acts and
    answers what is no JSON; a function is called before acting.
    """

    def __init__(self):
        self.next = {}

    def __call__(self, kind, *faults):
        self.next.setdefault(kind, []).extend(faults)

    def take(self, kind):
        waiting = self.next.get(kind) or [None]
        return waiting.pop(0)


class PayServer(ThreadingHTTPServer):
    """`payments` by id, newest last; `calls` counts what was asked, by kind."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.payments, self.tokens, self.calls, self.lock = {}, {}, [], threading.RLock()
        self.misbehave, self.hidden, self.refund_status = Told(), set(), "submitted"

    def __enter__(self):
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.thread.join()
        self.server_close()

    # --- what a test does as the provider, or as the person on its pages
    @property
    def last(self) -> dict:
        return list(self.payments.values())[-1]

    def put(self, status: str, payment: dict | None = None) -> dict:
        """Bring a payment (the last) to a status, or to one of CODES."""
        with self.lock:
            payment = payment or self.last
            code = CODES.get(status)
            status = {"expired": "failed", "cancelled_by_user": "failed"}.get(status, status)
            payment["state"] = {"status": status, "finished": status not in UNFINISHED} | (
                {"code": code} if code else {}
            )
            return payment

    def forget_in_searches(self, payment=None) -> None:
        """Searches are behind: they do not show it yet."""
        self.hidden.add((payment or self.last)["payment_id"])

    def catch_up(self) -> None:
        self.hidden.clear()

    def hook(self, event="card_payment_succeeded", payment=None, *, secret=SECRET, **changes) -> tuple[bytes, str]:
        """(body, Pay-Signature) of a web hook about a payment."""
        payment = payment or self.last
        said = {
            "webhook_message_id": uuid.uuid4().hex, "api_version": 1, "created_date": now(),
            "resource_id": payment["payment_id"], "resource_type": "payment", "event_type": event,
            "resource": self.shown(payment),
        } | changes  # fmt: skip
        body = json.dumps(said).encode()
        return body, hmac.new(secret.encode(), body, sha256).hexdigest()

    # --- what it answers
    def shown(self, payment, links=True) -> dict:
        out = {key: value for key, value in payment.items() if key != "refunds"}
        taken = sum(refund["amount"] for refund in payment["refunds"] if refund["status"] != "error")
        able = payment["state"]["status"] == "success"
        left = payment["amount"] - taken
        status = ("available" if left else "full") if able else "pending"
        out["refund_summary"] = {"status": status, "amount_available": left, "amount_submitted": taken}
        if links:
            out["_links"] = {"self": {"href": f"{self.url}/v1/payments/{payment['payment_id']}", "method": "GET"}}
            going = payment["state"]["status"] in ("created", "started", "submitted")
            out["_links"]["next_url"] = {"href": self.next_url(payment), "method": "GET"} if going else None
        return out

    def next_url(self, payment) -> str:
        """Good for one visit, as the real ones are."""
        token = uuid.uuid4().hex
        self.tokens[token] = payment["payment_id"]
        return f"{self.url}/secure/{token}"


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.route("GET")

    def do_POST(self):
        self.route("POST")

    def route(self, method):
        length = int(self.headers.get("Content-Length") or 0)
        self.sent = self.rfile.read(length)
        asked = urlsplit(self.path)
        self.query = {key: values[0] for key, values in parse_qs(asked.query).items()}
        parts = asked.path.strip("/").split("/")
        if parts[0] == "secure":
            return self.page(method, *parts[1:])
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            return self.say(401, {})
        kinds = {
            ("POST", 2): "create", ("GET", 2): "search", ("GET", 3): "find",
            ("POST", 4): "refund", ("GET", 4): "refunds",
        }  # fmt: skip
        kind = kinds[method, len(parts)]
        fault = self.server.misbehave.take(kind)
        if callable(fault):
            fault = fault()
        if fault == "down":
            return self.say(503, {"code": "P0999", "description": "GOV.UK Pay is down"})
        if fault == "busy":
            return self.say(429, {"code": "P0900", "description": "Too many requests"})
        with self.server.lock:
            self.server.calls.append(kind)
            status, answer = getattr(self, kind)(*parts[2:3])
        if fault == "lose":
            self.close_connection = True
            return None
        if fault == "garbage":
            return self.say_raw(status, b"<html>oh</html>", "text/html")
        return self.say(status, answer)

    # --- the API
    def create(self):
        asked = json.loads(self.sent)
        for field, kind in {"amount": int, "reference": str, "description": str, "return_url": str}.items():
            if field not in asked:
                return 400, {"field": field, "code": "P0101", "description": f"Missing mandatory attribute: {field}"}
            if not isinstance(asked[field], kind) or (kind is str and len(asked[field]) > 255):
                return 422, {"field": field, "code": "P0102", "description": f"Invalid attribute value: {field}"}
        if not 1 <= asked["amount"] <= 10_000_000:
            return 422, {"field": "amount", "code": "P0102", "description": "Invalid attribute value: amount"}
        id = uuid.uuid4().hex[:26]
        kept = ("amount", "reference", "description", "return_url", "language", "metadata", "email")
        payment = {name: asked[name] for name in kept if name in asked} | {
            "payment_id": id, "payment_provider": "sandbox", "created_date": now(), "delayed_capture": False,
            "state": {"status": "created", "finished": False}, "refunds": [],
        }  # fmt: skip
        self.server.payments[id] = payment  # whatever the Idempotency-Key: it is for recurring payments only
        return 201, self.server.shown(payment)

    def find(self, id):
        payment = self.server.payments.get(id)
        if payment is None:
            return 404, {"code": "P0200", "description": "Not found"}
        return 200, self.server.shown(payment)

    def search(self):
        wanted = self.query.get("reference", "").lower()
        found = [
            self.server.shown(payment) for payment in reversed(self.server.payments.values())
            if payment["reference"].lower() == wanted and payment["payment_id"] not in self.server.hidden
        ]  # fmt: skip
        return 200, {"total": len(found), "count": len(found), "page": 1, "results": found}

    def refund(self, id):
        payment, asked = self.server.payments.get(id), json.loads(self.sent)
        if payment is None:
            return 404, {"code": "P0600", "description": "Not found"}
        left = self.server.shown(payment)["refund_summary"]["amount_available"]
        if payment["state"]["status"] != "success" or not left:
            return 400, {"code": "P0603", "description": "The payment is not available for refund."}
        if asked.get("refund_amount_available") != left:
            return 412, {"code": "P0604", "description": "Refund amount available mismatch."}
        if not 1 <= asked["amount"] <= left:
            return 400, {"code": "P0602", "description": "Invalid attribute value: amount"}
        refund = {"refund_id": uuid.uuid4().hex[:26], "created_date": now(), "amount": asked["amount"],
                  "status": self.server.refund_status}  # fmt: skip
        payment["refunds"].append(refund)
        return 202, refund

    def refunds(self, id):
        payment = self.server.payments.get(id)
        if payment is None:
            return 404, {"code": "P0800", "description": "Not found"}
        shown = [refund for refund in payment["refunds"] if refund["refund_id"] not in self.server.hidden]
        return 200, {"payment_id": id, "_embedded": {"refunds": shown}}

    # --- the pages on which people pay
    def page(self, method, token, done=""):
        with self.server.lock:
            id = self.server.tokens.get(token)
            payment = self.server.payments.get(id)
            if payment is None or payment["state"]["finished"]:
                return self.say_raw(400, b"<h1>This payment link has been used</h1>", "text/html")
            if method == "GET":
                self.server.put("started", payment)
                words = "".join(
                    f'<button name="do" value="{status}">{text}</button>'
                    for status, text in {"success": "Confirm payment", "failed": "Have it refused",
                                         "cancelled_by_user": "Cancel payment"}.items()
                )  # fmt: skip
                shown = (
                    f'<!doctype html><html lang="en"><title>Pay</title><main><h1>{payment["description"]}</h1>'
                    f'<form method="post">{words}</form></main></html>'
                )
                return self.say_raw(200, shown.encode(), "text/html; charset=utf-8")
            self.server.put(parse_qs(self.sent.decode())["do"][0], payment)
        self.send_response(303)
        self.send_header("Location", payment["return_url"])
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def say(self, status, body):
        return self.say_raw(status, json.dumps(body).encode(), "application/json")

    def say_raw(self, status, body, kind):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
