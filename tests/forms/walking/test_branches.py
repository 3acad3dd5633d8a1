"""Branches that hang on one of very many, on a month or on a time are found and taken, without a page asked for."""

import datetime

import pytest

from borough.forms.walking.routes import plan

from ..made import bike, loaded

TODAY = datetime.date(2026, 11, 22)
PLACES = ", ".join(f"{{value: p{n}, label: Place {n}}}" for n in range(765))
PAGE = """- name: more
    questions: [{{name: more, label: More?, {question}}}]
    next: [{{when: '{when}', go: check-answers}}]
  - name: when
"""


@pytest.mark.parametrize(
    ("question", "when"),
    [
        (f"type: autocomplete, options: [{PLACES}]", 'more is "p764"'),
        ("type: month_year", "more > 2030-01-01"),
        ("type: month_year", "more < 1950-06-01"),
        ("type: date_time", "more > 2031-05-05"),
        ("type: time", 'more is "23:59"'),
        ("type: website, optional: true", "more is not answered"),
        ("type: table, optional: true, columns: [{name: a, type: text, label: A}]", "more is answered"),
    ],
    ids=lambda text: text[:40],
)
def test_both_ways_are_walked(question, when):
    made = loaded(bike("- name: when\n", PAGE.format(question=question, when=when)))
    assert [str(fault) for fault in made.faults] == []
    walks, missed = plan(made.form, TODAY)
    assert missed == set()
    assert {("more", "check-answers"), ("more", "when")} <= {way for walk in walks for way in walk.ways}


def test_many_conditions_that_have_nothing_to_do_with_one_another():
    """Forty yes-or-no questions, each with a page that hangs on it: not two to the power of forty ways."""
    one = """- name: ask-{n}
    questions: [{{name: ask_{n}, type: yes_no, label: Ask {n}?}}]
  - name: then-{n}
    when: ask_{n} is yes
    questions: [{{name: then_{n}, type: text, label: Then {n}}}]
  """
    pages = "".join(one.format(n=n) for n in range(40))
    made = loaded(bike("- name: when\n", pages + "- name: when\n"))
    walks, missed = plan(made.form, TODAY)
    assert missed == set()
    assert len(walks) < 90


def test_a_page_of_many_questions_each_with_a_way_of_its_own():
    """Thirty on one page, and the first that is yes leads on: each must once be the only one."""
    asked = "".join(f"      - {{name: ask_{n}, type: yes_no, label: Ask {n}?}}\n" for n in range(30))
    ways = ", ".join(f"{{when: ask_{n} is yes, go: then-{n}}}" for n in range(30))
    ends = "".join(f"  - {{name: then-{n}, end: true, title: Then {n}}}\n" for n in range(30))
    page = f"- name: many\n    title: Many\n    questions:\n{asked}    next: [{ways}, {{go: when}}]\n{ends}"
    made = loaded(bike("- name: when\n", f"{page}  - name: when\n"))
    assert [str(fault) for fault in made.faults] == []
    assert plan(made.form, TODAY)[1] == set()
