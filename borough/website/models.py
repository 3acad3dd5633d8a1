"""The pages that editors write: the front page and articles."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from borough.design.framed import Framed
from borough.forms import queries as forms

PLAIN = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


class HomePage(Framed, Page):
    """The front page: our words above the services, which come from their definitions by themselves."""

    lead = models.CharField(max_length=300, blank=True, help_text="One or two sentences under the heading.")
    about = RichTextField(blank=True, features=PLAIN, help_text="Below the services.")

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("about")]
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["website.ArticlePage", "strategy.StrategyPage", "news.NewsPage"]
    template = "website/home.html"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"services": forms.services()}


class ArticlePage(Framed, Page):
    """A page of words and pictures: news, or how something works."""

    summary = models.CharField(max_length=300, help_text="One sentence, shown at the top and in lists.")
    published_on = models.DateField(null=True, blank=True, help_text="Leave empty for a page that is not news.")
    body = StreamField(
        [
            ("text", blocks.RichTextBlock(features=PLAIN)),
            ("picture", ImageBlock()),
            ("quote", blocks.StructBlock([("words", blocks.TextBlock()), ("who", blocks.CharBlock(required=False))])),
        ],
        blank=True,
    )

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("published_on"), FieldPanel("body")]
    parent_page_types = ["website.HomePage", "website.ArticlePage"]
    subpage_types = ["website.ArticlePage"]
    template = "website/article.html"
