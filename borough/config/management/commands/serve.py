"""`borough serve`: the web server."""

import os
import sys

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Serve the borough's pages (PORT, WEB_WORKERS, WEB_THREADS)"
    requires_system_checks = []

    def handle(self, **options):
        from gunicorn.app.wsgiapp import WSGIApplication

        host = os.environ.get("HOST", "127.0.0.1")
        sys.argv = [
            "gunicorn", "borough.config.wsgi:application",
            "--bind", f"{host}:{os.environ.get('PORT', '8000')}",
            "--workers", os.environ.get("WEB_WORKERS", "2"),
            "--threads", os.environ.get("WEB_THREADS", "4"),
            "--worker-class", "gthread", "--keep-alive", "20", "--log-level", "warning", "--preload",
        ]  # fmt: skip
        WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]").run()
