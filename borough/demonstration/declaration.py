"""What the demonstration's council can show for the five principles, and how its services meet the standard."""

import datetime

from borough.programme.declaration.models import Assessment, Evidence, Project, ProjectStatus, Statement

from .stories import days

DAY = datetime.timedelta(days=1)
BY = {"by_name": "Meera Patel"}
SHOWN = (
    (1, 210, "We watched people fill in the grant form", "People stopped where we asked for papers they did not have. "
     "We ask for those later now.", "/services/business-support-grant/performance/"),
    (1, 30, "Visits booked in the first call", "People told us that waiting for a date made them give up.",
     "/news/visits-booked-in-the-first-call/"),
    (2, 300, "One foundation for every service", "Names, addresses, cases and letters are kept in one place.",
     "/programme/workstreams/safe-and-joined-up/"),
    (3, 170, "Each look at a case is recorded", "In the same moment, with who and when.",
     "/programme/workstreams/safe-and-joined-up/"),
    (5, 130, "Every number as data", "Free for anybody to use, with how fresh it is.", "/programme/measures/"),
    (5, 96, "Measures that admit when they fail", "We wrote down how we do it.", "/news/measures-that-admit-it/"),
)  # fmt: skip
POINTS = (
    ("borrow-a-device", 1, "met", "Forty people who are not online told us what they need."),
    ("borrow-a-device", 3, "met", "The same form on paper, by phone and in every library."),
    ("borrow-a-device", 5, "not yet", "No group of disabled people has tested it for us."),
    ("borrow-a-device", 10, "met", "Its page of figures is public."),
    ("business-support-grant", 1, "met", "Twelve owners of small businesses tried it with us."),
    ("business-support-grant", 4, "not met", "Half of those who begin ring us about the papers."),
    ("business-support-grant", 10, "met", "Its page of figures is public."),
)


def load(day: datetime.date) -> None:
    Evidence.objects.bulk_create(
        Evidence(principle=principle, day=day - ago * DAY, title=title, words=words, href=href,
                 at=days.at(day - (ago - 2) * DAY, 12, 0), **BY)
        for principle, ago, title, words, href in SHOWN
    )  # fmt: skip
    project = Project.objects.create(
        title="A case that every partner can follow", begun_on=day - 220 * DAY,
        words="With two other councils: a partner who sends somebody to us sees what became of it.",
    )  # fmt: skip
    ProjectStatus.objects.bulk_create(
        ProjectStatus(project=project, status=status, reason=why, at=days.at(day - ago * DAY, 15, 0), **BY)
        for ago, status, why in ((215, "on track", "The three councils agreed what to share."),
                                 (50, "at risk", "One of them has no time before April."))
    )  # fmt: skip
    Statement.objects.create(
        year=day.year - 1, at=days.at(day - 200 * DAY, 9, 30), by_name="Meera Patel",
        words="This year four services moved onto one foundation. We did not do what we promised about leading: those "
        "who decide on money saw our numbers only twice. Next year they see them every month.",
    )  # fmt: skip
    Assessment.objects.bulk_create(
        Assessment(slug=slug, point=point, answer=answer, evidence=shows, at=days.at(day - 80 * DAY, 11, 0), **BY)
        for slug, point, answer, shows in POINTS
    )
