"""The token that tells a page of ours from another website's: Django's own, masked anew for each page."""

from secrets import randbelow

from django.middleware.csrf import CSRF_ALLOWED_CHARS as LETTERS
from django.middleware.csrf import CSRF_SECRET_LENGTH, get_token

INPUT = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
MASKS = len(LETTERS) ** CSRF_SECRET_LENGTH
PLACES = {letter: place for place, letter in enumerate(LETTERS)}


def html(request) -> str:
    """The hidden input of a form."""
    secret = request.META.get("CSRF_COOKIE")
    return INPUT.format(masked(secret) if secret else get_token(request))


def masked(secret: str) -> str:
    """What Django's `_mask_cipher_secret` gives, with one random number for 32: those cost more than a page's read."""
    number, mask, cipher = randbelow(MASKS), [], []
    for letter in secret:
        number, shift = divmod(number, len(LETTERS))
        mask.append(LETTERS[shift])
        cipher.append(LETTERS[(PLACES[letter] + shift) % len(LETTERS)])
    return "".join(mask + cipher)
