from datetime import date

from .render import scrap


def field(call, **context):
    names = "text, textarea, radios, checkboxes, checkbox, select, date, file, submit"
    return scrap(f'{{% from "components/fields.html" import {names} %}}{{{{ {call} }}}}', **context)


def test_an_error_is_joined_to_its_field():
    words = field('text("name", "Your name", value="Jo", error="Enter your whole name", hint="As on letters")')
    assert 'id="name-error"' in words
    assert 'aria-describedby="name-hint name-error"' in words
    assert 'value="Jo"' in words


def test_what_was_typed_cannot_become_markup():
    assert "<script>" not in field('text("name", "Your name", value=typed)', typed='"><script>alert(1)</script>')


def test_the_summary_can_link_to_the_first_of_each_kind():
    options = '[{"value": "a", "text": "A"}, {"value": "b", "text": "B"}]'
    for call in (
        'text("it", "L")',
        'textarea("it", "L", most=20)',
        f'radios("it", "L", options={options})',
        f'checkboxes("it", "L", options={options})',
        'checkbox("it", "L")',
        f'select("it", "L", options={options})',
        'date("it", "L")',
        'file("it", "L")',
    ):
        assert 'id="it"' in field(call), call


def test_a_date_shows_what_was_kept_and_what_was_typed():
    kept = field('date("born", "Born", value=value)', value=date(2001, 2, 3))
    typed = field('date("born", "Born", value={"day": "x", "month": "", "year": "20"}, error="Enter a date")')
    assert 'name="born-day"' in kept
    assert 'value="2001"' in kept
    assert 'value="x"' in typed
    assert "govuk-input--error" in typed


def test_what_was_chosen_stays_chosen():
    words = field('radios("pick", "Pick", value=2, options=[{"value": 1, "text": "One"}, {"value": 2, "text": "Two"}])')
    assert words.count("checked") == 1
    assert 'value="2" checked' in words


def test_an_optional_field_says_so():
    assert "Phone (optional)" in field('text("phone", "Phone", optional=true)')


def test_a_button_sends_once():
    assert 'data-prevent-double-click="true"' in field('submit("Send")')


def test_the_summary_links_each_fault_and_leaves_the_whole_forms_unlinked():
    source = '{% from "components/errors.html" import errorSummary %}{{ errorSummary(errors) }}'
    words = scrap(source, errors={"name": "Enter a name", "": "Too many"})
    assert '<a href="#name">Enter a name</a>' in words
    assert "Too many" in words
    assert words.count("<a ") == 1
    assert not scrap(source, errors={}).strip()
