"""Pages that the editor may show beside the form, in a frame."""

from csp.constants import SELF


class Framed:
    """Comes before Wagtail's Page among a page's bases."""

    def serve_preview(self, request, mode_name):
        response = super().serve_preview(request, mode_name)
        response._csp_replace = {"frame-ancestors": [SELF]}
        return response
