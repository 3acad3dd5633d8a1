"""What people need help with. Partners say which of these they meet; residents look for them; referrals carry them.

The words are ours: no published taxonomy of Open Referral UK covers digital help below one term. Each has an
identifier that never changes, made of its slug.
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 9562: names that are URLs
TAXONOMY = "urn:borough:digital-help"
TAXONOMY_ID = uuid5(SPACE, TAXONOMY)


@dataclass(frozen=True)
class Need:
    slug: str
    name: str
    about: str

    @property
    def uuid(self) -> UUID:
        return uuid5(SPACE, f"{TAXONOMY}:{self.slug}")


ALL = (
    Need("device", "A device", "Borrowing a laptop, tablet or phone, or getting one to keep."),
    Need("data", "Internet at home or on a phone", "Free mobile data, cheap broadband and free wifi."),
    Need("start", "Getting started", "First steps: switching on, the mouse, the screen, the web."),
    Need("safety", "Staying safe online", "Passwords, scams and what to share."),
    Need("forms", "Forms and benefits online", "Council services, benefits, housing and appointments."),
    Need("work", "Work and learning online", "Job searches, CVs, courses and schoolwork."),
    Need("touch", "Staying in touch", "E-mail, messages and video calls."),
    Need("health", "Health online", "The NHS App, repeat prescriptions and seeing a doctor."),
    Need("access", "Making it easier to use", "Screen readers, larger text, other ways to type."),
)
BY_SLUG = {need.slug: need for need in ALL}
BY_ID = {str(need.uuid): need for need in ALL}
CHOICES = [(need.slug, need.name) for need in ALL]
