"""A limit on a view."""

from functools import wraps

from .actions import hit
from .addresses import address
from .pages import too_many


def limited(scope: str, *, most: int, seconds: int, methods=("POST",)):
    """Let each address call the view at most `most` times in `seconds`; after that it gets a page that says to wait.

    `scope` may use the view's own arguments: `@limited("send:{slug}", most=10, seconds=600)` counts each form apart.
    """

    def decorate(view):
        @wraps(view)
        def limited_view(request, *args, **kwargs):
            if request.method in methods and not hit(
                scope=scope.format(**kwargs), who=address(request), most=most, seconds=seconds
            ):
                return too_many(request, seconds=seconds)
            return view(request, *args, **kwargs)

        return limited_view

    return decorate
