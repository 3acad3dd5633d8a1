"""The kinds of file, as we speak of them."""

import pytest

from borough.foundations.documents import kinds


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        ({"pdf"}, "a PDF"),
        ({"image", "pdf"}, "a PDF or a picture"),
        ({"word", "pdf", "image"}, "a PDF, a picture or a Word document"),
        (set(kinds.KINDS), "a PDF, a picture, a Word document, a spreadsheet, a presentation or a text file"),
        (set(), "a file"),
    ],
)
def test_words_for_a_message(allowed, words):
    assert kinds.words(allowed) == words


def test_endings_for_a_file_question():
    assert kinds.extensions({"pdf", "image"})[:3] == [".pdf", ".jpg", ".jpeg"]


def test_every_ending_belongs_to_one_format():
    endings = [end for format in kinds.FORMATS.values() for end in format.extensions]
    assert len(endings) == len(set(endings))
    assert kinds.of_extension("JPG") == "image"
    assert kinds.of_extension("exe") is None
