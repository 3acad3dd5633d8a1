"""`borough serve`: the web server."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand
from gunicorn.app.base import BaseApplication


class Command(BaseCommand):
    help = "Serve the borough's pages (HOST, PORT, WEB_WORKERS, WEB_THREADS, WEB_GRACE)"
    requires_system_checks = []

    def handle(self, **options):
        Web().run()


class Web(BaseApplication):
    """Gunicorn, told by the environment. No access log: Borough's own line a request names no address."""

    def load_config(self):
        address = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
        workers, threads = int(os.environ.get("WEB_WORKERS", "2")), int(os.environ.get("WEB_THREADS", "4"))
        chosen = {
            "bind": address,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "keepalive": 20,
            "graceful_timeout": int(os.environ.get("WEB_GRACE", "10")),
            "max_requests": 0 if settings.DEBUG else 5000,  # a slow leak ends with its process
            "max_requests_jitter": 500,
            "preload_app": not settings.DEBUG,
            "reload": settings.DEBUG,
            "logconfig_dict": settings.LOGGING,
            "control_socket_disable": True,
        }
        for name, value in chosen.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self):
        from django.db import connections

        from borough.config.wsgi import application

        connections.close_all()  # forked workers each open their own
        return application
