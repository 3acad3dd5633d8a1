"""The pages that editors write: the front page and articles."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from borough.design.framed import Framed
from borough.design.writing import PLAIN, body
from borough.forms import queries as forms


class HomePage(Framed, Page):
    """The front page: our words above the services, which come from their definitions by themselves."""

    lead = models.CharField(max_length=300, blank=True, help_text="One or two sentences under the heading.")
    about = RichTextField(blank=True, features=PLAIN, help_text="Below the services.")

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("about")]
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["website.TopicPage", "website.ArticlePage", "strategy.StrategyPage", "news.NewsPage"]
    template = "website/home.html"

    def get_context(self, request, *args, **kwargs):
        from . import queries

        return super().get_context(request, *args, **kwargs) | queries.front()


class Reviewed(models.Model):
    """A page that somebody has to read again by a day: the editor's first page lists those whose day has come."""

    review_on = models.DateField(null=True, blank=True, help_text="Read it again by this day: is it still true?")

    review_panels = [FieldPanel("review_on")]

    class Meta:
        abstract = True


class TopicPage(Framed, Reviewed, Page):
    """What belongs together: articles, and the services they lead to."""

    summary = models.CharField(max_length=300, help_text="One sentence, shown at the top and in lists.")
    body = StreamField([("text", blocks.RichTextBlock(features=PLAIN))], blank=True)
    services = models.CharField(
        max_length=500,
        blank=True,
        help_text="The services it leads to, by the last part of their address, with spaces between.",
    )

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body"), FieldPanel("services")]
    settings_panels = [*Page.settings_panels, *Reviewed.review_panels]
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.ArticlePage"]
    template = "website/topic.html"

    def __str__(self):
        return self.title

    def get_context(self, request, *args, **kwargs):
        wanted = self.services.split()
        live = {form.slug: form for form in forms.services()}
        articles = ArticlePage.objects.child_of(self).live().public().order_by("path")
        context = {"services": [live[slug] for slug in wanted if slug in live], "articles": articles}
        return super().get_context(request, *args, **kwargs) | context


class ArticlePage(Framed, Reviewed, Page):
    """A page of words and pictures: how something works."""

    summary = models.CharField(max_length=300, help_text="One sentence, shown at the top and in lists.")
    published_on = models.DateField(
        null=True, blank=True, help_text="The day readers see, above the title. Leave empty for none."
    )
    body = StreamField(body(), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("published_on"), FieldPanel("body")]
    settings_panels = [*Page.settings_panels, *Reviewed.review_panels]
    parent_page_types = ["website.HomePage", "website.TopicPage", "website.ArticlePage"]
    subpage_types = ["website.ArticlePage"]
    template = "website/article.html"

    def __str__(self):
        return self.title
