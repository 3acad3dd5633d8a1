"""A code sent by e-mail: allauth's, which an address nobody has used before gets too."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController

from borough.foundations.audit.actors import RESIDENT

from .. import actions, queries


class SignInCode(LoginCodeVerificationProcess):
    """Whoever brings the code back has proven the mailbox, and gets an account then if they had none.

    An officer's address, and a closed account's, get an e-mail that says how to sign in instead, and no code. The page
    is the same for all, so it says nothing about who has an account.
    """

    @classmethod
    def initiate(cls, *, request, email):
        user = queries.account(email)
        login = Login(user=user, email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=user, email=email), initiated_by_user=True)
        process = cls(stage)
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, stage):
        return cls(stage).abort_if_invalid()

    def send_by_email(self, email, skip_enumeration_mails=False):
        if self.user and not self.user.is_active:
            get_adapter().send_mail("account/email/closed", email, {})
        elif self.user and self.user.kind == "officer":
            get_adapter().send_mail("account/email/officer", email, {})
        else:
            get_adapter().send_mail("account/email/login_code", email, {"code": self.generate_code()})

    def resend(self):
        self.send()
        self.record_resend()
        self.persist()

    def finish(self, redirect_url):
        if self.user is None:
            self._user = actions.account_for(email=self.state["email"], by=RESIDENT)
        if self.user.kind == "officer":  # they joined a team while the code was on its way
            return self.stage.abort()
        return super().finish(redirect_url)
