"""The eight people a visitor may become, and what each of them can try."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One of the eight. `roles` are (team slug, role); `organisation` is a slug."""

    key: str
    name: str
    what: str
    tries: tuple[str, ...]
    start: str  # where to go first
    roles: tuple[tuple[str, str], ...] = ()
    organisation: str = ""
    administrator: bool = False
    edits: bool = False  # the council's web pages
    programme: bool = False  # manages the strategy

    @property
    def email(self) -> str:
        domain = "borough.example" if self.roles or self.administrator else "example.org"
        return f"{self.key}@{domain}"


CAST = (
    Part("rosa.hill", "Rosa Hill", "A resident",
         ("See the laptop she has on loan, and ask to keep it for longer",
          "See when we will visit her about fostering",
          "Read what we wrote to her"),
         "/your-applications/"),
    Part("daniel.marsh", "Daniel Marsh", "A resident who runs a café",
         ("Send the paper we asked for with his grant",
          "Withdraw a request he made",
          "Change how we write to him"),
         "/your-applications/"),
    Part("amina.yusuf", "Amina Yusuf", "An officer in three teams",
         ("Work today’s cases: ring, check, write a note, move a case on",
          "Check a grant and send it to the panel",
          "Fill in a form for somebody on the phone"),
         "/work/",
         (("digital-inclusion", "officer"), ("business-support", "officer"), ("fostering", "officer"))),
    Part("tom.ashworth", "Tom Ashworth", "A manager, who also approves grants",
         ("Approve a grant that Amina checked, and see that he cannot pay it",
          "Give cases to officers, and see the restricted ones",
          "Write an update about digital business and work, which he leads"),
         "/work/",
         (("business-support", "approver"), ("fostering", "manager"), ("digital-inclusion", "manager"))),
    Part("grace.okafor", "Grace Okafor", "An officer who pays grants",
         ("Pay a grant that Tom approved", "Stop a payment that looks wrong",
          "Give somebody their money back for a market stall"),
         "/work/",
         (("business-support", "payer"),)),
    Part("jo.lindley", "Jo Lindley", "A worker at Open Door Advice, a partner",
         ("Ask for a device for somebody who agreed", "See what became of those asked for before"),
         "/services/borrow-a-device/",
         organisation="open-door-advice"),
    Part("meera.patel", "Meera Patel", "The digital programme manager",
         ("Tell how the strategy is going, in public", "Change what a measure aims at, and see that it is kept",
          "Write and publish the council’s web pages"),
         "/work/programme/",
         (("digital-programme", "manager"),),
         edits=True, programme=True),
    Part("sam.turner", "Sam Turner", "An administrator",
         ("Look after accounts, teams and roles", "See that being an administrator opens no case"),
         "/admin/",
         administrator=True),
)  # fmt: skip

BY_KEY = {part.key: part for part in CAST}
