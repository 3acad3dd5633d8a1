"""The content security policy of a page with a map: pictures may come from where its tiles are, on no other page."""

from urllib.parse import urlsplit

from django.conf import settings


def allowed(response, page):
    if "map" in page.scripts and (origin := _origin(settings.MAP_TILES_URL)):
        response._csp_update = {"img-src": [origin]}
    return response


def _origin(tiles: str) -> str:
    """https://*.tiles.example of https://{s}.tiles.example/{z}/{x}/{y}.png; "" for tiles of our own."""
    parts = urlsplit(tiles.replace("{s}", "*"))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
