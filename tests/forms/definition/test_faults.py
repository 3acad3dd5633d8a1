"""Each thing that can be wrong with a definition: one fault, with its file, its line and what to do."""

import pytest

from ..made import BIKE, bike, loaded

RADIOS = "type: radios"
WHEN = "when: 'who is \"cat\"'"
DATE = "{name: wanted_on, type: date, label: When do you want it?, short: day you want it, earliest: today}"
RULE = "- {when: 'who is \"cat\"', go: no-cats}"


def asked_if(condition):
    """The bike service with another condition where its cats are turned away."""
    return bike(WHEN, f"when: '{condition}'")


def on_when(condition):
    """…and one with a condition after the last question, where everything has been asked."""
    return bike("next: [{go: check-answers}]", f"next: [{{when: '{condition}', go: no-cats}}, {{go: check-answers}}]")


FAULTS = {
    "a missing part": (bike("team: bikes\n"), "“team” is needed: add it"),
    "an unknown key": (bike("team: bikes", "team: bikes\ntaem: x"), "we do not know “taem” here"),
    "an unknown area": (bike("area: place", "area: sea"), "“sea” is not one of 'communities', 'place' or 'council'"),
    "a bad reference": (bike("BIK", "b1"), "2 to 4 capital letters"),
    "a bad page name": (bike("- name: when", "- name: When it is"), "lower-case letters, digits and -"),
    "a bad question name": (bike("name: wanted_on", "name: Wanted"), "lower-case letters, digits and _"),
    "an unknown type": (bike(RADIOS, "type: dial"), "“dial” is not a type of question; there are: 'text'"),
    "no type": (bike("type: radios\n", "hint: x\n"), "a question needs a `type`"),
    "text for a list": (bike("[resident, officer]", "resident"), "must be a list"),
    "a bad length of time": (bike("team:", "retention: {unfinished: a while}\nteam:"), "`30 days`, `6 months`"),
    "kept for no time": (bike("team:", "retention: {sent: 0 days}\nteam:"), "for a day at least"),
    "unsent for ever": (bike("team:", "retention: {unfinished: 13 months}\nteam:"), "1 year at most"),
    "failed for longer than unfinished": (
        bike("team:", "retention: {unfinished: 7 days, failed: 2 weeks}\nteam:"),
        "would go after 7 days in any case",
    ),
    "a duplicate page": (bike("- name: email", "- name: name"), "two pages are called “name”"),
    "a reserved page": (bike("- name: email", "- name: send"), "“send” is an address Borough needs itself"),
    "a duplicate question": (bike("name: wanted_on", "name: full_name"), "two questions are called “full_name”"),
    "an unknown page": (bike("go: no-cats", "go: no-dogs"), "there is no page “no-dogs”"),
    "an unreachable page": (bike(RULE, "- {when: 'who is \"cat\"', go: name}"), "no page leads to “no-cats”"),
    "a rule after the last": (bike("[{go: check-answers}]", "[{go: check-answers}, {go: no-cats}]"), "nobody can come"),
    "a page after the end": (
        bike("    end: true", "    end: true\n    next: [{go: name}]"),
        "take `end` or `next` away",
    ),
    "questions on an end": (
        bike("    end: true", "    end: true\n    questions: [{name: why, type: text, label: Why}]"),
        "the journey ends here, so nobody could answer",
    ),
    "an end for everybody": (bike("[{go: check-answers}]", "[{go: no-cats}]"), "nobody can finish this form"),
    "no way out": (bike("[{go: check-answers}]", "[{go: no-cats}]"), "nobody can finish this form"),
    "a circle": (bike("[{go: check-answers}]", "[{when: 'who is \"me\"', go: name}, {go: check-answers}]"), "a circle"),
    "a page without a title": (bike("    title: We have no bikes for cats\n"), "this page needs a `title`"),
    "a question not yet asked": (asked_if('full_name is "Ada"'), "“full_name” has not been asked yet"),
    "a condition of an unknown question": (asked_if('whom is "cat"'), "there is no question “whom”"),
    "a condition that cannot be read": (asked_if("who is < 3"), "stops making sense near “< 3”"),
    "a condition that stops short": (asked_if("who is"), "stops making sense at its end"),
    "a condition with a date that is none": (on_when("wanted_on > 2026-02-31"), "2026-02-31 is not a date"),
    "a condition with an unknown option": (asked_if('who is "dog"'), "has no option “dog”; write one in quotes: me"),
    "yes for an option": (asked_if("who is yes"), "has no option yes; write one in quotes: me"),
    "an order of words": (asked_if("who > 3"), "“who” is not a number or a date"),
    "contains of one answer": (asked_if('who contains "me"'), "“who” has one answer: ask `who is"),
    "a number for a date": (on_when("wanted_on > 3"), "“wanted_on” must be compared with a date"),
    "two kinds compared": (on_when("wanted_on is email"), "they cannot be compared"),
    "words without quotes": (on_when("email is ada"), 'write words in quotes: "ada"'),
    "an unknown rule": (asked_if("bikes.are_left"), "there is no rule “bikes.are_left”"),
    "no message received": (bike("  received: {subject", "  thanks: {subject"), "there is no message `received`"),
    "a placeholder nothing fills": (bike("((reference))", "((referense))"), "nothing is called “referense”"),
    "a placeholder that is no name": (bike("((reference))", "((The reference))"), "is not the name of an answer"),
    "a person's unknown question": (bike("name: full_name, email", "name: fullname, email"), "no question “fullname”"),
    "a person's wrong type": (bike("email: email}", "email: full_name}"), "this needs email"),
    "nobody to answer": (bike(", email: email}", "}"), "we could not answer"),
    "a duplicate option": (bike("{value: cat,", "{value: me,"), "option “me” is given twice"),
    "an option without words": (bike("{value: cat, label: My cat}", "{value: cat}"), "option “cat” needs a `label`"),
    "an option and a divider": (bike("label: My cat", "divider: or"), "only a `divider`"),
    "exclusive radios": (bike("label: My cat", "label: My cat, exclusive: true"), "`exclusive` is for checkboxes"),
    "dates the wrong way round": (
        bike("earliest: today}", "earliest: today, latest: 2020-01-01}"),
        "is after `latest`",
    ),
    "a date that is none": (bike("earliest: today}", "earliest: tomorrow}"), "`today`, or `today - 21 years`"),
    "numbers the wrong way round": (
        bike(DATE, "{name: n, type: number, label: N, min: 3, max: 2}"),
        "no answer would do",
    ),
    "a pattern without an example": (bike("label: Your full", "pattern: '[a-z]+', label: Your full"), "`example`"),
    "an example that does not match": (
        bike("label: Your full", "pattern: '[a-z]+', example: '1', label: Your full"),
        "`example` does not match `pattern`",
    ),
    "a pattern that is none": (bike("label: Your full", "pattern: '(', label: Your full"), "not a regular expression"),
    "a pattern that never ends": (bike("label: Your full", "pattern: '(a+)+b', label: Your full"), "can take for ever"),
}


def test_the_service_these_vary_is_sound():
    assert loaded(BIKE).faults == []


@pytest.mark.parametrize("kind", FAULTS)
def test_is_named_with_file_line_and_what_to_do(kind):
    text, words = FAULTS[kind]
    faults = loaded(text).faults
    assert any(words.lower() in fault.message.lower() for fault in faults), [str(fault) for fault in faults]
    assert all(fault.file == "service.yaml" and 1 <= fault.line <= text.count("\n") for fault in faults)


@pytest.mark.parametrize(
    ("kind", "near"),
    [
        ("an unknown page", "no-dogs"),
        ("a duplicate question", "full_name, type: date"),
        ("an unknown type", "dial"),
        ("a condition that cannot be read", "who is < 3"),
        ("a placeholder nothing fills", "referense"),
        ("an unknown key", "taem"),
        ("a duplicate option", "label: My cat"),
    ],
)
def test_the_line_is_where_the_fault_is(kind, near):
    text, words = FAULTS[kind]
    fault = next(fault for fault in loaded(text).faults if words.lower() in fault.message.lower())
    assert near in text.splitlines()[fault.line - 1], fault


def test_every_fault_is_said_at_once():
    text = bike("go: no-cats", "go: no-dogs").replace("received: {subject", "thanks: {subject")
    assert len(loaded(text).faults) >= 3
