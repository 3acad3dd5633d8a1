"""The editor's addresses: Wagtail's admin, without a door of its own, under a policy as narrow as it works with."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

# The text editor writes its own styles, without a nonce, and previews are shown in a frame; the rest is as strict as on
# our own pages. The inline scripts of Wagtail's date fields are replaced by static/editor.js and our widget templates.
POLICY = {
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
}

sign_in = RedirectView.as_view(url="/sign-in/officer/", query_string=True)
sign_out = RedirectView.as_view(url="/sign-out/")

urlpatterns = [
    path("login/", sign_in),
    path("logout/", sign_out),
    path("password_reset/", sign_in),
    *decorate_urlpatterns([path("", include(wagtailadmin_urls))], csp_replace(POLICY)),
]
