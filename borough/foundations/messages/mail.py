from django.core.mail.backends.console import EmailBackend as OutboxBackend  # noqa: F401
