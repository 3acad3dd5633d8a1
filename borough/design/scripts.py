"""The one inline script a page carries, and its hash for the content security policy."""

from base64 import b64encode
from hashlib import sha256

# GOV.UK Frontend shows its enhanced look only where this class says that JavaScript runs.
READY = "document.body.className += ' js-enabled govuk-frontend-supported';"
READY_HASH = "'sha256-" + b64encode(sha256(READY.encode()).digest()).decode() + "'"
