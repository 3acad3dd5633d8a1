from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.ui.components import Component

from . import queries


@hooks.register("insert_global_admin_js")
def editor_script():
    return format_html('<script type="module" src="{}"></script>', static("editor.js"))


class ToReview(Component):
    """On the editor's first page: what somebody has to read again."""

    order = 90

    def render_html(self, parent_context=None):
        return render_to_string(
            "website/to_review.html", {"pages": queries.to_review(timezone.localdate())}, using="jinja2"
        )


@hooks.register("construct_homepage_panels")
def pages_to_review(request, panels):
    if request.user.has_perm("website.change_articlepage"):
        panels.append(ToReview())
