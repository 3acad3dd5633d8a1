"""The page of the strategy: its words come from editors, everything else on it from what really happened."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from borough.design.framed import Framed

PLAIN = ["bold", "ol", "ul", "link"]


class StrategyPage(Framed, Page):
    """Vision, areas and the story so far. Workstreams, measures and the diagram are added by themselves."""

    vision = models.CharField(max_length=400, help_text="Two or three sentences: what will be different for people.")
    note = models.CharField(max_length=400, blank=True, help_text="What a reader should know before all else.")
    communities = models.CharField(max_length=300, help_text="What Digital Communities is for.")
    place = models.CharField(max_length=300, help_text="What Digital Place is for.")
    council = models.CharField(max_length=300, help_text="What Digital Council is for.")
    phases = StreamField(
        [
            (
                "phase",
                blocks.StructBlock(
                    [
                        ("when", blocks.CharBlock(max_length=40, help_text="2015")),
                        ("title", blocks.CharBlock(max_length=80)),
                        ("words", blocks.RichTextBlock(features=PLAIN)),
                    ]
                ),
            )
        ],
        blank=True,
        help_text="The story so far, oldest first.",
    )
    more = RichTextField(blank=True, features=["h2", *PLAIN], help_text="Below everything else.")

    content_panels = [
        *Page.content_panels,
        FieldPanel("vision"),
        FieldPanel("note"),
        MultiFieldPanel([FieldPanel("communities"), FieldPanel("place"), FieldPanel("council")], heading="Areas"),
        FieldPanel("phases"),
        FieldPanel("more"),
    ]
    max_count = 1
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    template = "strategy/strategy.html"

    def get_context(self, request, *args, **kwargs):
        from . import queries

        return super().get_context(request, *args, **kwargs) | queries.shown()
