"""The token in a form is one of Django's: it takes it back, and no two pages have the same."""

from django.middleware.csrf import CSRF_ALLOWED_CHARS, _unmask_cipher_token
from hypothesis import given
from hypothesis import strategies as st

from borough.forms.views.tokens import masked

secrets = st.text(alphabet=CSRF_ALLOWED_CHARS, min_size=32, max_size=32)


@given(secrets)
def test_django_finds_the_secret_again(secret):
    assert _unmask_cipher_token(masked(secret)) == secret


@given(secrets)
def test_it_is_masked_anew_each_time(secret):
    assert masked(secret) != masked(secret)


def test_every_letter_may_come_anywhere():
    tokens = [masked("a" * 32) for _ in range(2_000)]
    assert all({token[at] for token in tokens} == set(CSRF_ALLOWED_CHARS) for at in range(64))
