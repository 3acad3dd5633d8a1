"""Every address, room by room. The website comes last: what no room claims is one of its pages."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("editor/", include("borough.website.editor")),
    path("", include("borough.foundations.authority.urls")),
    path("", include("borough.foundations.people.urls")),
    path("", include("borough.foundations.gazetteer.urls")),
    path("", include("borough.foundations.documents.urls")),
    path("", include("borough.forms.measuring.urls")),
    path("", include("borough.foundations.pay.urls")),
    path("", include("borough.forms.urls")),
    path("", include("borough.casework.urls")),
    path("", include("borough.casework.resident.urls")),
    path("", include("borough.communities.referrals.urls")),
    path("", include("borough.communities.learning.urls")),
    path("", include("borough.communities.inclusion.urls")),
    path("", include("borough.communities.alliance.urls")),
    path("", include("borough.communities.devices.urls")),
    path("", include("borough.council.skills.urls")),
    path("", include("borough.programme.urls")),
]
if settings.DEMONSTRATION:
    urlpatterns += [path("demonstration/", include("borough.demonstration.urls"))]
urlpatterns += [path("", include("borough.website.urls"))]

handler404 = "borough.design.errors.not_found"
handler403 = "borough.design.errors.forbidden"
handler400 = "borough.design.errors.bad_request"
handler500 = "borough.design.errors.broken"
