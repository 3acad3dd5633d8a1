"""A real SMTP server on a free port of this machine."""

import email
import email.policy
import socket

from aiosmtpd.controller import Controller


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class MailServer:
    """`received` holds what it took. `answers` are given to the next messages, after which it takes everything."""

    def __init__(self):
        self.port = free_port()
        self.received = []
        self.answers = []
        self.refused_recipients = {}
        self.on_data = None
        self.hang_up = False
        self.controller = None

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if answer := self.refused_recipients.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hang_up:
            server.transport.close()
            return "421 Goodbye"
        if self.answers and not (answer := self.answers.pop(0)).startswith("250"):
            return answer
        self.received.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        if self.on_data:
            self.on_data()
        return "250 OK"
