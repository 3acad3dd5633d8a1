"""Secrets at rest open with any key we still have, and with no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations import vault

OLD, NEW = "an-old-key-an-old-key-an-old-key", "a-new-key-a-new-key-a-new-key-ok"


@pytest.fixture
def keys(settings):
    def use(*keys):
        settings.KEYS = list(keys)

    use(OLD)
    return use


@given(st.text())
def test_what_is_sealed_is_unsealed(text):
    assert vault.unseal(vault.seal(text)) == text


def test_sealed_text_says_nothing(keys):
    assert "12345678" not in vault.seal("12345678")
    assert vault.seal("12345678") != vault.seal("12345678")


def test_an_old_key_still_opens_behind_a_new_one(keys):
    sealed = vault.seal("12345678")
    keys(NEW, OLD)
    assert vault.unseal(sealed) == "12345678"


def test_resealed_text_opens_when_the_old_key_is_gone(keys):
    sealed = vault.seal("12345678")
    keys(NEW, OLD)
    resealed = vault.reseal(sealed)
    keys(NEW)
    assert vault.unseal(resealed) == "12345678"


def test_text_sealed_with_a_key_we_lost_is_unopenable(keys):
    sealed = vault.seal("12345678")
    keys(NEW)
    with pytest.raises(vault.Unopenable):
        vault.unseal(sealed)
    with pytest.raises(vault.Unopenable):
        vault.reseal(sealed)


@pytest.mark.parametrize("text", ["", "12345678", "gAAAA", "é", "\0", "a" * 10_000])
def test_what_was_never_sealed_is_unopenable(text):
    with pytest.raises(vault.Unopenable):
        vault.unseal(text)


def test_equal_values_of_a_kind_meet():
    assert vault.digest("account", "1") == vault.digest("account", "1")
    assert len(vault.digest("account", "1")) == 64


def test_a_digest_differs_by_kind_value_and_key(keys):
    digests = [vault.digest("account", "1"), vault.digest("phone", "1"), vault.digest("account", "2")]
    keys(NEW)
    digests.append(vault.digest("account", "1"))
    assert len(set(digests)) == 4


def test_a_token_is_kept_as_its_hash():
    assert vault.token_hash("token") == vault.token_hash("token") != vault.token_hash("tokem")
    assert "token" not in vault.token_hash("token")
