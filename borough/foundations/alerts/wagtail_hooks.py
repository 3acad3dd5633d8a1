from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Alert


class AlertViewSet(SnippetViewSet):
    """In the editor's own menu: whoever needs it is in a hurry."""

    model = Alert
    icon = "warning"
    menu_label = "Alerts"
    menu_order = 50
    add_to_admin_menu = True
    list_display = ("title", "kind", "starts_at", "ends_at")


register_snippet(AlertViewSet)
