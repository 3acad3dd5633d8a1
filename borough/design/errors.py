"""The pages that say something went wrong, and what to do."""

from django.shortcuts import render


def not_found(request, exception=None):
    return render(request, "errors/404.html", status=404)


def forbidden(request, exception=None):
    """`PermissionDenied("words for the person")` shows those words."""
    return render(request, "errors/403.html", {"reason": str(exception or "")}, status=403)


def bad_request(request, exception=None):
    return render(request, "errors/400.html", status=400)


def broken(request):
    """Must not touch the database, which may be what broke; a test holds that."""
    return render(request, "errors/500.html", status=500)


def csrf_failure(request, reason=""):
    return render(request, "errors/csrf.html", {"address": request.path}, status=403)
