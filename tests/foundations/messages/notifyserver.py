"""A stand-in that speaks GOV.UK Notify's API well enough for its real client."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
API_KEY = f"borough_tests-{SERVICE}-{SECRET}"
KINDS = {
    "/v2/notifications/email": {"email_address", "template_id", "personalisation"},
    "/v2/notifications/sms": {"phone_number", "template_id", "personalisation"},
    "/v2/notifications/letter": {"template_id", "personalisation"},
}


class NotifyServer(ThreadingHTTPServer):
    """`received` holds (path, what was posted). `answers` are (status, body) for the next posts; then it takes all."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.received, self.answers = [], []

    def __enter__(self):
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.thread.join()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        posted = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status, body = self.judge(posted)
        told = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def judge(self, posted):
        token = self.headers["Authorization"].removeprefix("Bearer ")
        try:
            claims = jwt.decode(token, SECRET, algorithms=["HS256"])
            assert claims["iss"] == SERVICE
        except (jwt.InvalidTokenError, AssertionError):
            return 403, {"status_code": 403, "errors": [{"error": "AuthError", "message": "Invalid token"}]}
        if self.server.answers:
            return self.server.answers.pop(0)
        if missing := KINDS[self.path] - set(posted):
            return 400, {
                "status_code": 400,
                "errors": [{"error": "ValidationError", "message": f"{missing} is missing"}],
            }
        self.server.received.append((self.path, posted))
        return 201, {"id": f"notify-{len(self.server.received)}", "reference": posted.get("reference")}

    def log_message(self, *_):
        pass
