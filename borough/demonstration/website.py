"""Topics and articles of the demonstration's website."""

import datetime
import json

from borough.website.models import ArticlePage, HomePage, TopicPage

TOPICS = (
    ("Getting online", "getting-online", "A device, data, and somebody near you to ask.", "borrow-a-device",
     "<p>You do not need to buy anything to begin. Every library has computers that anybody can use, and people who "
     "help.</p>",
     (("Cheap data for your phone", "cheap-data", "Deals for people who get Universal Credit or Pension Credit.",
       "<p>Most firms have a deal that they call a social tariff. They do not always say so: ask for it by that name."
       "</p><h2>What to have ready</h2><ul><li>your address</li><li>the letter that says which benefit you get</li>"
       "</ul>"),
      ("Learn at your own speed", "learn", "Sessions in libraries, alone or with others.",
       "<p>Come as you are. Bring your phone if you have one. Nobody minds how often you ask.</p>"))),
    ("Fostering", "fostering", "What it is like, and how to begin.", "become-a-foster-carer",
     "<p>You can foster if you rent, if you are single, if you work, or if you are retired.</p>",
     (("What happens in the first call", "first-call", "It takes a quarter of an hour and decides nothing.",
       "<p>We ask who is at home and what made you think of it. You ask us whatever you like.</p>"),)),
    ("Businesses and markets", "businesses", "Grants, stalls and whom to ask.",
     "business-support-grant book-a-market-stall", "", ()),
)  # fmt: skip


def load(day: datetime.date) -> None:
    front = HomePage.objects.first()
    for title, slug, summary, services, words, articles in TOPICS:
        topic = front.add_child(
            instance=TopicPage(title=title, slug=slug, summary=summary, services=services, body=_body(words))
        )
        for number, (called, under, said, text) in enumerate(articles):
            review = day + datetime.timedelta(days=90 * number - 3)
            topic.add_child(
                instance=ArticlePage(title=called, slug=under, summary=said, body=_body(text), review_on=review)
            )


def _body(words):
    return json.dumps([{"type": "text", "value": words}] if words else [])
