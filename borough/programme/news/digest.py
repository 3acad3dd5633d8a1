"""The weekly e-mail: what was published in a week, to each subscriber what they asked for, once."""

import datetime

from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.authority.details import details
from borough.foundations.authority.site import site
from borough.foundations.messages import actions as messages
from borough.foundations.messages.models import Message

from . import queries
from .actions import BOUNCES, end, unsubscribe_url

WEEK = datetime.timedelta(weeks=1)


def send(*, until: datetime.datetime, by=SYSTEM) -> int:
    """Write the digests of the week before `until`. Returns how many. A second run of the same week writes none."""
    posts = queries.published(until - WEEK, until)
    about = [(post, queries.areas_of(post)) for post in posts]
    week = f"digest:{timezone.localdate(until).isoformat()}:"
    written = set(Message.objects.filter(key__startswith=week).values_list("key", flat=True))
    count = 0
    for subscriber in queries.confirmed().iterator():
        wanted = [post for post, areas in about if not areas or areas & set(subscriber.areas)]
        if wanted and f"{week}{subscriber.pk}" not in written:
            _write(subscriber, wanted, key=f"{week}{subscriber.pk}", by=by)
            count += 1
    return count


def _write(subscriber, posts, *, key, by) -> None:
    link = unsubscribe_url(subscriber)
    messages.send(
        channel="email", to=subscriber.email, subject=f"{details().name}: what is new this week",
        body=words(posts, link), about=f"subscriber:{subscriber.pk}", key=key, by=by, unsubscribe=link,
    )  # fmt: skip


def words(posts, link: str) -> str:
    parts = ["What we did for our digital strategy this week."]
    for post in posts:
        parts.append(f"# {post.title}\n\n{post.summary}\n\n{site()}/news/{post.slug}/")
    parts.append(f"You get this because you asked for it. To end it, open this page and press the button:\n\n{link}")
    return "\n\n".join(parts)


def look_for_bounces() -> int:
    """Stop writing to addresses that take nothing: three e-mails in a row. Returns how many were ended."""
    failed = Message.objects.filter(status=Message.Status.FAILED, about__startswith="subscriber:")
    ended = 0
    for about in failed.values_list("about", flat=True).distinct():
        latest = Message.objects.filter(about=about, status__in=Message.ENDED).order_by("-created_at", "-pk")
        last = list(latest.values_list("status", flat=True)[:BOUNCES])
        pk = int(about.removeprefix("subscriber:"))
        if last == [Message.Status.FAILED] * BOUNCES and queries.confirmed().filter(pk=pk).exists():
            end(pk=pk, reason="the address took nothing three times")
            ended += 1
    return ended
