"""What the page that says “we have it” says of what happens next."""

from borough.casework.resident.joining import afterwards
from borough.forms import hooks
from tests.casework import sample, world


def test_the_words_of_where_the_case_is(case, form):
    words = afterwards(case.submission, form)
    assert words.startswith("We have your request. An officer reads it by ")
    assert "((" not in words
    assert hooks.afterwards(case.submission, form) == [words]


def test_answers_in_them_are_no_markdown(db):
    workflow = sample.data()
    workflow["states"]["received"]["resident"] = "Hello ((name))"
    form = world.publish(sample.service(workflow=workflow))
    case = world.case(form, world.person(name="[Sam](http://evil.example) **x**"))
    assert "](" not in afterwards(case.submission, form).replace("\\]\\(", "")
    assert "**" not in afterwards(case.submission, form)
