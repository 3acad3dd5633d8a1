"""A code sent to the address somebody wants to change to, to prove that it is theirs."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from django.conf import settings

from .. import queries

KEY = "new_address"


class NewAddress(AbstractCodeVerificationProcess):
    """Kept in the session. An address that another account has gets an e-mail that says so, and no code; the page
    looks the same."""

    def __init__(self, request, state):
        self.request = request
        super().__init__(
            state=state,
            user=request.user,
            timeout=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT,
            max_attempts=settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS,
        )

    @property
    def email(self) -> str:
        return self.state["email"]

    @classmethod
    def start(cls, request, email):
        process = cls(request, cls.initial_state(user=request.user, email=email))
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, request):
        """The change under way, or None when there is none or its code is too old."""
        state = request.session.get(KEY)
        return cls(request, state).abort_if_invalid() if state else None

    def send(self):
        adapter = get_adapter(self.request)
        if queries.account(self.email):
            adapter.send_mail("account/email/taken", self.email, {})
        else:
            self.state["code"] = adapter.generate_login_code()
            adapter.send_mail("account/email/new_address", self.email, {"code": self.code})

    def persist(self):
        self.request.session[KEY] = self.state

    def abort(self):
        self.request.session.pop(KEY, None)
