"""The nine workstreams of the demonstration. Their names and words are our own: no council published them."""

import datetime
from dataclasses import dataclass, field

from borough.communities.inclusion.queries import CAVEAT
from borough.foundations.people.models import Directorate, User
from borough.programme.figures.models import Published, TypedReading
from borough.programme.workstreams.models import Forecast, Milestone, StatusChange, Update, Workstream

from .stories import days

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Stream:
    """One workstream. Days are counted back from the day of the demonstration; negative ones lie ahead."""

    key: str
    title: str
    areas: list[str]
    owner: str
    lead: str  # the part of an e-mail address before the @
    why: str
    what: str
    outcomes: tuple[str, ...]
    directorates: tuple[str, ...]
    statuses: tuple[tuple[int, str, str], ...]
    updates: tuple[tuple[int, str], ...]
    milestones: tuple = ()  # (title, planned, reached or None, ((told, new day, why), …))
    measures: tuple = ()  # (key, facts)
    typed: tuple = field(default=())  # (facts, readings)


STREAMS = (
    Stream(
        "everybody-online", "Everybody online", ["communities"], "Digital Inclusion Manager", "sunita.rao",
        "Too many people cannot get online. They pay more, wait longer and miss out on help that is theirs.",
        "With our partners, find people who are not online. Offer them a device, data, and somebody near them to ask.",
        ("Everybody who wants to be online can be", "Help is within walking distance",
         "Nobody is turned away for lack of a device"),
        ("communities-and-customers",),
        ((300, "on track", "The alliance has agreed what it will do together."),
         (120, "at risk", "More people ask for help than we can visit."),
         (40, "on track", "Three more partners now visit people at home.")),
        ((250, "Partners met for the first time and agreed how to pass people on to each other."),
         (110, "We listened to 40 people who are not online. Most want somebody they know to show them, once a week."),
         (12, "Libraries now keep a list of people who wait. It is short again.")),
        (("Partners agree how to refer people", 240, 236, ()),
         ("A place to ask in every ward", 30, None, ((45, -60, "Two halls are being repaired."),))),
        (("devices-requested", {"target": 150, "source": "Borough casework: Borrow a device"}),
         ("devices-waiting", {"target": 5, "source": "Borough casework: Borrow a device", "of_people": True,
                              "caveats": "People who asked twice are counted twice."}),
         ("forms-by-partners", {"source": "Borough forms", "baseline": 0}),
         ("people-included", {"source": "What the alliance’s partners saw and wrote down", "of_people": True,
                              "caveats": CAVEAT})),
        (({"key": "partners-in-the-alliance", "title": "Partners in the digital alliance", "unit": "organisations",
           "definition": "Organisations that signed the alliance’s agreement.", "direction": "up", "target": 40,
           "source": "The alliance’s register, kept by the Digital Inclusion Manager"},
          ((280, 12), (190, 19), (100, 26), (15, 31))),),
    ),
    Stream(
        "devices-to-borrow", "Devices to borrow", ["communities", "place"], "Libraries and Devices Manager",
        "hilary.moss",
        "A phone with no data is not the internet. Children do homework on it, and parents apply for work on it.",
        "Lend laptops, tablets, phones and data for as long as they are needed. Wipe and check each.",
        ("A device reaches somebody within two weeks", "What comes back goes out again, safe and clean"),
        ("communities-and-customers", "place"),
        ((290, "on track", "The first devices are out."), (60, "on track", "The library van takes devices along."),
         (20, "at risk", "Forty laptops came without chargers.")),
        ((200, "We changed the form so that people can say how they want to be told. Fewer calls go unanswered."),
         (19, "Chargers are ordered. Until they come we lend tablets first.")),
        (("First 20 devices lent", 200, 188, ()),
         ("Devices can be picked up in every library", -30, None, ((25, -75, "We need lockers in two of them."),))),
        (("devices-lent", {"target": 120, "source": "Borough casework: Borrow a device"}),
         ("borrow-a-device-satisfaction", {"target": 85, "source": "What people said at the end of the form"}),
         ("borrow-a-device-minutes", {"target": 8, "source": "Borough forms"}),
         ("devices-on-loan", {"source": "The device library"}),
         ("device-loan-months", {"target": 2_200, "source": "The device library"}),
         ("device-households", {"source": "The device library", "of_people": True})),
    ),
    Stream(
        "connected-places", "Connected places", ["place"], "Infrastructure Lead", "janine.royle",
        "Homes, high streets and halls with a poor connection fall behind.",
        "Work with those who build networks. Put free wi-fi where people meet. Say where the gaps are, openly.",
        ("A good connection can be had in every street", "Free wi-fi where people meet"),
        ("place",),
        ((280, "on track", "Surveys began."), (70, "late", "The survey of halls took longer than we thought.")),
        ((180, "Half of the halls are surveyed."), (65, "The rest are harder: nobody has the keys. We ask in person.")),
        (("Every public hall surveyed", 90, None, ((100, 40, "Nobody had the keys to eleven of them."),
                                                  (38, -20, "Four are closed until December."))),
         ("Wi-fi in ten halls", -90, None, ())),
        (),
        (({"key": "halls-with-wifi", "title": "Public halls with free wi-fi", "unit": "halls",
           "definition": "Halls open to the public where anybody can use wi-fi without paying.", "direction": "up",
           "target": 25, "source": "The infrastructure lead’s survey"}, ((240, 4), (150, 6), (60, 7))),),
    ),
    Stream(
        "business-and-work", "Digital business and work", ["place"], "Business Support Manager", "tom.ashworth",
        "Small businesses that sell and book online do better, and so do the people they employ.",
        "Make help for businesses quick to find and quick to get: grants, stalls and training in one place.",
        ("A grant is decided within ten working days", "Market traders book for themselves"),
        ("corporate-services", "place"),
        ((260, "on track", "The grant can be applied for online."),),
        ((140, "Traders can book a stall online and pay at once."),
         (21, "Half of all grants are now decided within a week. The slow ones wait for papers: we now ask earlier.")),
        (("Grants online", 230, 231, ()), ("Stalls bookable online", 150, 141, ()),
         ("A decision within ten days for everybody", -50, None, ())),
        (("grants-paid", {"target": 60, "source": "Borough casework: Apply for a business support grant"}),
         ("grants-claimed", {"source": "Borough casework: Apply for a business support grant"}),
         ("market-stalls-booked", {"target": 40, "source": "Borough casework: Book a market stall"}),
         ("business-support-grant-unassisted", {"target": 95, "source": "Borough forms"})),
    ),
    Stream(
        "open-data", "Open data about the borough", ["place", "council"], "Data Lead", "callum.reeve",
        "What the council knows about the borough belongs to the borough. People build things with it.",
        "Publish what we count as we count it, with how and from where, for anybody to use.",
        ("Every public number can be checked", "No number is typed twice"),
        ("corporate-services", "place"),
        ((220, "on track", "The first numbers are counted by themselves."),),
        ((130, "Each measure now says how fresh it is, and admits when it could not be counted."),
         (25, "Everything on these pages can be had as data, without asking us.")),
        (("Measures published as data", 130, 128, ()), ("Ten other people use our data", -120, None, ())),
        (("measures-counted", {"target": 25, "source": "Borough itself"}),
         ("news-subscribers", {"target": 400, "source": "Borough news", "of_people": True}),
         ("news-posts", {"source": "Borough news"})),
    ),
    Stream(
        "services-that-work", "Services that work first time", ["council"], "Head of Customer Services", "gwen.platt",
        "People who cannot finish a form ring us, wait, and ring again.",
        "Rebuild our services one by one with the people who use them. Mend first where people give up.",
        ("People finish what they begin", "Whoever cannot use it is helped by a person"),
        ("communities-and-customers", "corporate-services"),
        ((320, "on track", "Four services are being rebuilt."), (15, "on track", "All four are live.")),
        ((210, "We watched people fill in the grant form. They stopped where we asked for papers they do not have."),
         (14, "Four services are live. We look at where people give up every month.")),
        (("Four services live", 30, 16, ()), ("Eight services live", -180, None, ())),
        (("services-live", {"target": 8, "source": "Borough forms"}),
         ("forms-completion", {"target": 80, "source": "Borough forms"}),
         ("forms-unassisted", {"target": 85, "source": "Borough forms"}),
         ("forms-satisfaction", {"target": 85, "source": "What people said at the end of the form"}),
         ("cases-in-time", {"target": 95, "source": "Borough casework"})),
    ),
    Stream(
        "families-and-fostering", "Families and fostering", ["communities", "council"], "Fostering Manager",
        "bronwen.hughes",
        "Every child deserves a home near where they belong. People give up when asking takes too long.",
        "Make the first steps short and friendly. Answer within two days. Show people what comes next.",
        ("More people ask about fostering", "Nobody waits to hear from us"),
        ("childrens-services",),
        ((310, "on track", "The first enquiry form is live."), (80, "paused", "The team is busy with an inspection."),
         (35, "on track", "The inspection is over.")),
        ((160, "People told us that they want to see who they will talk to. The page now says."),
         (30, "Visits are booked on the phone, in the first call.")),
        (("Enquiries online", 290, 288, ()),
         ("Visits booked online", -45, None, ((33, -80, "The pause cost us time."),))),
        (("fostering-enquiries", {"target": 60, "source": "Borough casework: Become a foster carer"}),
         ("fostering-visits", {"target": 45, "source": "Borough casework: Become a foster carer"}),
         ("fostering-forward", {"target": 25, "source": "Borough casework: Become a foster carer", "of_people": True})),
    ),
    Stream(
        "skills-at-work", "Digital skills at work", ["council"], "Head of Learning", "meera.patel",
        "A service is as good as the people behind it. Many of us learned our work on paper.",
        "Time to learn, somebody to ask in each team, and tools that are worth learning.",
        ("Everybody who wants to learn can", "Every team has somebody to ask"),
        ("childrens-services", "communities-and-customers", "corporate-services", "place"),
        ((200, "on track", "Champions are found in half of our teams."),),
        ((90, "Twelve people in six teams said they would help others."),),  # overdue on purpose: the page says so
        (("A champion in every team", -60, None, ()),),
        (("skills-assessed", {"target": 40, "source": "Borough skills", "of_people": True,
                              "caveats": "People answer for themselves. Nobody checks it."}),
         ("skills-sessions", {"target": 60, "source": "Borough skills"})),
        (({"key": "teams-that-asked", "title": "Teams that asked for help with digital skills",
           "unit": "teams", "definition": "Teams that asked the learning team for a session.", "direction": "up",
           "target": 9, "source": "The learning team’s diary"}, ((180, 2), (92, 6))),),
    ),
    Stream(
        "safe-and-joined-up", "Safe, fair and joined up", ["communities", "place", "council"],
        "Digital Programme Manager", "meera.patel",
        "People tell us things once, and trust us with them. One shared foundation is safer than thirty old ones.",
        "One place for names, addresses, cases and letters. Each look at a case is recorded. Old systems go.",
        ("Nothing that people send is lost", "Nobody looks at a case without a reason"),
        ("childrens-services", "communities-and-customers", "corporate-services", "place"),
        ((330, "on track", "The foundations are in place."),),
        ((170, "Everything that officers do to a case is recorded in the same moment."),
         (8, "Letters, e-mails and texts all leave from one place, and what fails is seen.")),
        (("Foundations in place", 300, 300, ()), ("First old system switched off", -100, None, ())),
        (("cases-open", {"source": "Borough casework"}),
         ("cases-late", {"target": 0, "source": "Borough casework"}),
         ("forms-sent", {"source": "Borough forms"}),
         ("feedback-received", {"source": "Borough casework: Tell us what you think of our strategy"}),
         ("feedback-answered", {"source": "Borough casework: Tell us what you think of our strategy"})),
    ),
)  # fmt: skip


def load(day: datetime.date, users: dict[str, User]) -> None:
    """Every workstream with what was told of it, as the actions would have left it."""
    manager = users["meera.patel"]
    for position, stream in enumerate(STREAMS, 1):
        workstream = _workstream(stream, position, day, users)
        name = users[stream.lead].name
        said = [StatusChange(workstream=workstream, status=status, reason=reason, at=_at(day, ago), by_name=name)
                for ago, status, reason in stream.statuses]  # fmt: skip
        StatusChange.objects.bulk_create(said)
        Update.objects.bulk_create(
            [
                Update(workstream=workstream, words=words, at=_at(day, ago), by_name=name)
                for ago, words in stream.updates
            ]
        )
        _milestones(stream, workstream, day, name)
        _measures(stream, workstream, day, manager.name)


def _workstream(stream, position, day, users):
    workstream = Workstream.objects.create(
        key=stream.key, title=stream.title, areas=stream.areas, owner=stream.owner, why=stream.why, what=stream.what,
        outcomes="\n".join(stream.outcomes), starts_on=day - 360 * DAY, update_every=6, position=position,
    )  # fmt: skip
    workstream.directorates.set(Directorate.objects.filter(slug__in=stream.directorates))
    workstream.leads.add(users[stream.lead])
    return workstream


def _milestones(stream, workstream, day, name):
    for title, planned, reached, forecasts in stream.milestones:
        milestone = Milestone.objects.create(
            workstream=workstream, title=title, starts_on=workstream.starts_on, planned_for=day - planned * DAY,
            reached_on=day - reached * DAY if reached is not None else None,
        )  # fmt: skip
        Forecast.objects.bulk_create(
            Forecast(milestone=milestone, starts_on=milestone.starts_on, day=day - new * DAY, reason=why,
                     at=_at(day, told), by_name=name)
            for told, new, why in forecasts
        )  # fmt: skip


def _measures(stream, workstream, day, name):
    for position, (key, facts) in enumerate(stream.measures):
        Published.objects.create(key=key, workstream=workstream, position=position, **_aims(facts, day))
    for position, (facts, readings) in enumerate(stream.typed, len(stream.measures)):
        made = Published.objects.create(
            workstream=workstream, typed=True, every=92, position=position, **_aims(facts, day)
        )
        TypedReading.objects.bulk_create(
            TypedReading(measure=made, day=day - ago * DAY, value=value, source=made.source, at=_at(day, ago - 1),
                         by_name=name)
            for ago, value in readings
        )  # fmt: skip


def _aims(facts, day):
    facts = dict(facts)
    if "target" in facts:
        facts["target_on"] = datetime.date(day.year + 1, 4, 1)
    if "baseline" in facts:
        facts["baseline_on"] = day - 360 * DAY
    return facts


def _at(day, ago):
    return days.at(day - ago * DAY, 10, 30)
