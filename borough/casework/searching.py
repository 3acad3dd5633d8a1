"""Finding a case by what somebody remembers of it: reference, name, postcode, any word."""

import re

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Q

from borough.forms import references
from borough.forms.questions.base import tidy
from borough.foundations.gazetteer.postcodes import tidy as tidy_postcode

INDEX = "UPDATE casework_case SET search = to_tsvector('simple', %s) WHERE id = %s"
MOST_CHARACTERS = 100_000  # of one text; PostgreSQL keeps at most a megabyte of words for a case
MOST_WORDS = 30_000
_WORD = re.compile(r"[^\W_]+")


def index(case, *texts: str) -> None:
    """Make the case findable by its reference, title, postcode and these texts."""
    reference = f"{case.reference} {case.reference.replace('-', ' ')} {case.reference.replace('-', '')}"
    place = f"{case.postcode} {case.postcode.replace(' ', '')}"
    whole = _words(" ".join([reference, case.title, place, *texts]))
    with connection.cursor() as cursor:
        cursor.execute(INDEX, [whole, case.pk])


def add(case, text: str) -> None:
    """Make the case findable by this text too, such as a note. A case with very many words stays as it is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE casework_case SET search = coalesce(search, ''::tsvector) || to_tsvector('simple', %s)"
            " WHERE id = %s AND erased_at IS NULL AND coalesce(length(search), 0) < %s",
            [_words(text), case.pk, MOST_WORDS],
        )


def matching(text: str) -> Q:
    """The cases that `text` finds: a reference however it is spaced, a postcode, or every word's beginning."""
    text = tidy(text)[:200]
    if reference := references.tidy(text):
        return Q(reference=reference) | _words_begin(text)
    if postcode := tidy_postcode(text):
        return Q(postcode=postcode) | _words_begin(postcode)
    return _words_begin(text)


def _words_begin(text: str) -> Q:
    words = _WORD.findall(text)
    if not words:
        return Q(pk__in=[])
    return Q(search=SearchQuery(" & ".join(f"'{word}':*" for word in words), search_type="raw", config="simple"))


def _words(text: str) -> str:
    """Only the words, so that an e-mail address or a path is found by any of its parts."""
    return " ".join(_WORD.findall(tidy(text)))[:MOST_CHARACTERS]
