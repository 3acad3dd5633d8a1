"""Posts of the demonstration, about what its workstreams did."""

import datetime
import json

from borough.programme.news.models import NewsPage, PostPage
from borough.programme.workstreams.models import Workstream
from borough.website.models import HomePage

from .stories import days

POSTS = (
    (140, "traders-book-online", "Market traders book online", "Ravi Menon", ["business-and-work"], ["place"],
     "A stall can now be booked and paid for on a phone, in four minutes.",
     "<p>Traders told us that they rang us three times for one stall: to ask, to book and to pay. Now they do all of "
     "it in one go, and see at once which pitches are free.</p><h2>What we learned</h2><p>Half of them book after "
     "eight in the evening. The phone line was never open then.</p>"),
    (96, "measures-that-admit-it", "Measures that admit when they fail", "Callum Reeve", ["open-data"], ["council"],
     "When a number cannot be counted, our pages now say so. They used to show the old one.",
     "<p>A number that is a month old looks just like one of today. So each measure now says how fresh it is, and one "
     "that could not be counted says that instead of a number.</p>"),
    (30, "visits-booked-in-the-first-call", "Visits booked in the first call", "Bronwen Hughes",
     ["families-and-fostering"], ["communities"],
     "People who ask about fostering get a day for a visit before they hang up.",
     "<p>It took us nine days to write back with a date. Now the officer who answers sees the diary, and offers two "
     "days at once.</p>"),
    (12, "short-lists-in-libraries", "A short list in every library", "Hilary Moss",
     ["everybody-online", "devices-to-borrow"], [],
     "Libraries keep the list of people who wait for a device. It has never been this short.",
     "<p>When the list was kept in one office, nobody in the library could say how long it would take. Now they can, "
     "and they ring people when something comes back.</p>"),
    (3, "what-the-van-taught-us", "What the van taught us", "Sunita Rao", ["everybody-online"], ["communities"],
     "We took devices to six car parks. Most people came to ask about the bus.",
     "<p>That is fine. A person who asks about the bus comes back to ask about the tablet.</p>"),
)  # fmt: skip


def load(day: datetime.date) -> None:
    front = HomePage.objects.first()
    news = front.add_child(instance=NewsPage(title="News", slug="news", lead="What we do, and what we learn from it."))
    known = {one.key: one for one in Workstream.objects.all()}
    for ago, slug, title, authors, streams, areas, summary, words in POSTS:
        at = days.at(day - datetime.timedelta(days=ago), 11, 0)
        post = PostPage(
            title=title, slug=slug, authors=authors, areas=areas, summary=summary, published_on=at.date(),
            first_published_at=at, last_published_at=at,
            body=json.dumps([{"type": "text", "value": words}]),
        )  # fmt: skip
        news.add_child(instance=post)
        post.workstreams.set([known[key] for key in streams])
        post.save()
