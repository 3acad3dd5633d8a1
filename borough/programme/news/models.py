"""What editors tell of the strategy, and who wants to hear of it by e-mail."""

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.search import index

from borough.design.framed import Framed
from borough.design.writing import body
from borough.programme.workstreams.models import Area, Workstream

PAST = "This time is over. Leave it empty to publish at once, or give one that is still to come."


class Picture(ImageBlock):
    """A picture with words for those who cannot see it. In a post every picture says something."""

    def clean(self, value):
        cleaned = super().clean(value)
        if not (getattr(cleaned, "contextual_alt_text", "") or "").strip():
            raise blocks.StructBlockValidationError(
                block_errors={"alt_text": ValidationError("Say what the picture shows, for people who cannot see it.")}
            )
        return cleaned


class NewsPage(Framed, Page):
    """All posts, newest first: `/news/`."""

    lead = models.CharField(max_length=300, blank=True, help_text="One or two sentences under the heading.")

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    max_count = 1
    parent_page_types = ["website.HomePage"]
    subpage_types = ["news.PostPage"]
    template = "news/posts.html"

    def get_context(self, request, *args, **kwargs):
        from . import queries

        return super().get_context(request, *args, **kwargs) | queries.listed(request.GET)


class PostForm(WagtailAdminPageForm):
    areas = forms.MultipleChoiceField(
        choices=Area.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Besides those of its workstreams.",
    )

    def clean(self):
        given = super().clean()
        when = given.get("go_live_at")
        if "go_live_at" in self.changed_data and when and when < timezone.now():
            self.add_error("go_live_at", PAST)
        return given


class PostPage(Framed, Page):
    """One post: it may belong to workstreams and to areas."""

    summary = models.CharField(max_length=300, help_text="One sentence, shown in lists and in the weekly e-mail.")
    published_on = models.DateField(default=timezone.localdate, help_text="The day readers see.")
    authors = models.CharField(max_length=200, help_text="Who wrote it, as readers should see it.")
    workstreams = ParentalManyToManyField(Workstream, blank=True, related_name="posts")
    areas = ArrayField(models.CharField(max_length=20, choices=Area.choices), default=list, blank=True)
    body = StreamField(body(Picture), blank=True)

    base_form_class = PostForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("published_on"),
        FieldPanel("authors"),
        MultiFieldPanel(
            [FieldPanel("workstreams", widget=forms.CheckboxSelectMultiple), FieldPanel("areas")],
            heading="What it is about",
        ),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]
    parent_page_types = ["news.NewsPage"]
    subpage_types: list[str] = []
    template = "news/post.html"

    class Meta:
        constraints = [
            models.CheckConstraint(name="post_areas_known", condition=Q(areas__contained_by=list(Area.values))),
        ]

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"about": list(self.workstreams.all())}


class Subscriber(models.Model):
    """Somebody who wants the weekly e-mail. The row goes when they end it."""

    email = models.EmailField()
    areas = ArrayField(models.CharField(max_length=20, choices=Area.choices), default=list, blank=True)
    wanted = ArrayField(
        models.CharField(max_length=20, choices=Area.choices), default=list, blank=True
    )  # not confirmed
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    token = models.CharField(max_length=64, blank=True)  # a keyed hash of what the link to confirm holds

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="subscriber_once"),
            models.CheckConstraint(
                name="subscriber_areas_known",
                condition=Q(areas__contained_by=list(Area.values), wanted__contained_by=list(Area.values)),
            ),
            # Nothing is sent that was not confirmed: areas come with the confirmation.
            models.CheckConstraint(
                name="subscriber_confirmed_areas",
                condition=Q(confirmed_at=None, areas=[]) | Q(confirmed_at__isnull=False, areas__len__gt=0),
            ),
        ]

    def __str__(self):
        return f"Subscriber {self.pk}"
