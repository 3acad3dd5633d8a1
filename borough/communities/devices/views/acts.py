"""What can be done with a device: its words, its form, what does it, and from which states."""

from collections.abc import Callable
from dataclasses import dataclass

from borough.design.filters import day as said
from borough.foundations.documents import actions as documents

from .. import actions, forms, signing, telling
from ..models import Device, Loan

S = Device.State
HERE = (S.AVAILABLE, S.QUARANTINE, S.WIPED, S.REPAIR)


@dataclass(frozen=True)
class Act:
    title: str
    button: str
    form: type
    do: Callable  # (*, device, loan, offer, by, **the form's answers) -> a sentence on what was done
    states: tuple
    needs: str = ""  # loan or offer
    then: Callable | None = None  # the address of the next page; the counter unless given
    about: str = ""  # a line above the form


def _lend(*, device, loan, offer, by, parts, signed_name, photo, **answers):
    signed = signing.of_offer(offer)
    lent = actions.lend(
        offer=offer, parts=parts, signed_name=signed.signed_name if signed else signed_name,
        signed_how=Loan.How.PHONE if signed else Loan.How.SCREEN, signed_at=signed and signed.signed_at, by=by,
        **answers,
    )  # fmt: skip
    _attach(photo, lent, by)
    return f"{device.tag} is lent to {lent.person} until {said(lent.due_on)}."


def _back(*, device, loan, offer, by, parts, signed_name, nobody, wipe_agreed, photo, **answers):
    signed = signing.of_loan(loan) if loan else None
    how = Loan.How.NOBODY if nobody else Loan.How.PHONE if signed else Loan.How.SCREEN
    ended = actions.take_back(
        device=device, parts=parts, signed_how=how, signed_name=signed.signed_name if signed else signed_name,
        wipe_agreed=bool(signed) or wipe_agreed, by=by, **answers,
    )  # fmt: skip
    _attach(photo, ended, by)
    missing = f" Still missing: {', '.join(ended.missing)}." if ended.missing else ""
    return f"{device.tag} is back. It waits to be wiped.{missing}"


def _attach(photo, loan, by):
    if photo:
        documents.attach(documents=[photo], about=loan.about, by=by)


def _wipe(*, device, loan, offer, by, **answers):
    actions.wipe(device=device, by=by, **answers)
    return f"{device.tag} is wiped. Somebody else must check it."


def _check(*, device, loan, offer, by, **answers):
    cleared = actions.check(device=device, by=by, **answers)
    return f"{device.tag} may be lent again." if cleared.passed else f"{device.tag} waits to be wiped again."


def _renew(*, device, loan, offer, by, due_on):
    actions.renew(loan=loan, due_on=due_on, by=by)
    return f"They keep {device.tag} until {said(due_on)}."


def _remind(*, device, loan, offer, by):
    actions.remind(loan=loan, kind="now", by=by)
    return f"We wrote to them about {device.tag}."


def _lose(*, device, loan, offer, by, **answers):
    if loan:
        actions.lose(device=device, by=by, **answers)
    else:
        actions.put(device=device, how="steal" if answers["stolen"] else "lose", note=answers["note"], by=by)
    return f"{device.tag} is {'stolen' if answers['stolen'] else 'lost'}."


def _give(*, device, loan, offer, by, note):
    actions.give(device=device, note=note, by=by)
    return f"{device.tag} is theirs to keep."


def _pass_on(*, device, loan, offer, by, ended, reason):
    telling.put_back(offer, reason=reason, by=by, ended=ended)
    return f"{device.tag} is not kept for them any more."


def _hold(*, device, loan, offer, by, organisation):
    actions.hold_for(device=device, organisation=organisation, by=by)
    return f"{device.tag} is kept for {organisation or 'everybody'}."


def _put(how, words):
    def put(*, device, loan, offer, by, note):
        actions.put(device=device, how=how, note=note, by=by)
        return f"{device.tag} {words}."

    return put


ACTS = {
    "lend": Act("Lend it", "Lend it", forms.LendForm, _lend, (S.OFFERED,), needs="offer"),
    "take-back": Act("Take it back", "Take it back", forms.BackForm, _back, (S.ON_LOAN,), needs="loan"),
    "wipe": Act("Wipe it", "It is wiped", forms.WipeForm, _wipe, (S.QUARANTINE,)),
    "check": Act("Check it", "Save", forms.CheckForm, _check, (S.WIPED,)),
    "renew": Act("Let them keep it longer", "Save", forms.RenewForm, _renew, (S.ON_LOAN,), needs="loan"),
    "remind": Act("Write to them now", "Send it now", forms.SureForm, _remind, (S.ON_LOAN,), needs="loan",
                  about="They get a message that says when it is due and how to reach us."),
    "lose": Act("It is lost or stolen", "Save", forms.LoseForm, _lose, (S.ON_LOAN, *HERE)),
    "give": Act("Let them keep it for good", "It is theirs", forms.NoteForm, _give, (S.ON_LOAN,), needs="loan"),
    "pass-on": Act("Do not keep it for them", "Save", forms.PassOnForm, _pass_on, (S.OFFERED,), needs="offer"),
    "hold": Act("Keep it for one partner", "Save", forms.HoldForm, _hold, HERE,
                about="Only people whom this partner refers can borrow it."),
    "repair": Act("Send it to repair", "Save", forms.NoteForm, _put("repair", "is being repaired"), HERE[:3]),
    "retire": Act("Retire it", "Retire it", forms.NoteForm, _put("retire", "is retired"), HERE),
    "find": Act("It is here again", "It is here", forms.FindForm, _put("find", "waits to be wiped"),
                (S.LOST, S.STOLEN, S.REPAIR, S.RETIRED)),
}  # fmt: skip
# The one thing that is next for a device in each state.
NEXT = {"offered": "lend", "on_loan": "take-back", "quarantine": "wipe", "wiped": "check", "repair": "find",
        "lost": "find", "stolen": "find"}  # fmt: skip
