from django.urls import include, path, re_path
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern
from wagtail.views import serve

from . import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("contact/", views.contact, name="contact"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("cookies/", views.cookies, name="cookies"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("media/images/<path:name>", views.picture, name="picture"),
    path("files/", include(wagtaildocs_urls)),
    re_path(serve_pattern, serve, name="wagtail_serve"),  # Wagtail's own sign-in addresses stay shut
]
