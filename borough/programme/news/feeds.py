"""The posts as RSS and Atom, all of them or those of one area."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from borough.foundations.authority.details import AREAS, details
from borough.programme.stamps import page

from . import queries

MOST = 30


class Rss(Feed):
    feed_type = Rss201rev2Feed
    link = "/news/"

    def get_object(self, request):
        area = request.GET.get("area", "")
        return area if area in AREAS else ""

    def title(self, area):
        return f"{details().name}: {AREAS[area] if area else 'news'}"

    def description(self, area):
        return "What we do for our digital strategy, and how it is going"

    def feed_url(self, area):
        return f"/news/feed.rss?area={area}" if area else "/news/feed.rss"

    def items(self, area):
        return queries.posts(area)[:MOST]

    def item_title(self, post):
        return post.title

    def item_description(self, post):
        return post.summary

    def item_link(self, post):
        return f"/news/{post.slug}/"

    def item_author_name(self, post):
        return post.authors

    def item_pubdate(self, post):
        return post.first_published_at

    def item_updateddate(self, post):
        return post.last_published_at


class Atom(Rss):
    feed_type = Atom1Feed
    subtitle = Rss.description

    def feed_url(self, area):
        return f"/news/feed.atom?area={area}" if area else "/news/feed.atom"


rss, atom = page(Rss().__call__), page(Atom().__call__)
