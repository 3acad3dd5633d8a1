"""The web server's door."""

import ctypes
import gc
import os

from django.core.wsgi import get_wsgi_application

# Threads take turns at Python anyway: a store of memory for each makes nothing faster and keeps what it once held.
if hasattr(libc := ctypes.CDLL(None), "mallopt"):
    libc.mallopt(-8, 1)  # M_ARENA_MAX, in glibc's malloc.h

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borough.config.settings.development")
application = get_wsgi_application()

from . import urls  # noqa: E402, F401  all views too, before processes are forked that share them

# What is loaded never becomes garbage, and looking through it for some takes a tenth of a second: it is set apart.
gc.collect()
gc.freeze()
