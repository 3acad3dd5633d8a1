"""What can be wrong with sections, groups, conditions on pages and formulas: a fault with its line."""

import pytest

from ..made import loaded, party

INNER = """        - name: inner
          title: In
          repeat: {row: x, pages: [{name: p, questions: [{name: q, type: text, label: Q}]}]}
        - name: stall-name
"""
NAMED = "    title: Stalls\n    repeat:\n"
FAULTS = {
    "a group in a group": (party("        - name: stall-name\n", INNER), "a repeated page cannot repeat pages itself"),
    "questions beside a list": (
        party("    title: Stalls\n", "    title: Stalls\n    questions: [{name: z, type: text, label: Z}]\n"),
        "put questions on the repeated pages",
    ),
    "least above most": (party("      least: 0\n", "      least: 9\n"), "`least` is more than `most`"),
    "times that is no number": (party("times: helpers", "times: your_name"), "“your_name” is not a number"),
    "times nobody asked": (party("times: helpers", "times: nobody"), "there is no question “nobody”"),
    "times asked within it": (party("      most: 3\n", "      most: 3\n      times: cost\n"), "has not been asked yet"),
    "a group's name too long": (party(NAMED, NAMED + f"      name: {'n' * 60}\n"), "at most 55 letters"),
    "an unknown section": (party("    section: you\n", "    section: me\n"), "there is no section “me”"),
    "a way out of a group": (party("go: stall-cost}", "go: helpers}"), "no page “helpers” among the pages repeated"),
    "a condition on a repeated answer": (party("total > 1000", "cost > 1000"), "use a calculated value"),
    "a condition on a later page": (party("when: music is yes", "when: helpers > 1"), "has not been asked yet"),
    "a condition on a list": (party("total > 1000", "stalls is yes"), "ask only whether it `is answered`"),
    "an unknown number in a formula": (party("count(people) * 2.50", "nobody"), "“nobody” is not a number"),
    "an unknown group in a formula": (party("count(people)", "count(dogs)"), "“dogs” is no repeated group"),
    "words added up": (party("sum(stalls.cost)", "sum(stalls.stall_name)"), "is not a number in “stalls”"),
    "no formula": (party("sum(stalls.cost) +", "sum(stalls.cost) + *"), "stops making sense"),
    "a repeated name": (party("name: your_name, email", "name: stall_name, email"), "is asked several times"),
    "a summary of no page": (party("{type: summary}", "{type: summary, pages: [dogs]}"), "no page “dogs” beside"),
    "a group named as a question": (party(NAMED, NAMED + "      name: music\n"), "are called “music”"),
    "a task list without pages": (
        party("sections:", "task_list: true\nsections:\n  - {name: empty, title: No}"), "no page is in this section"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_it_is_named(what):
    text, message = FAULTS[what]
    faults = loaded(text, "party").faults
    assert any(message.lower() in fault.message.lower() for fault in faults), [str(fault) for fault in faults]


def test_a_condition_on_a_group_may_ask_whether_there_are_any():
    assert loaded(party("total > 1000", "stalls is not answered"), "party").faults == []
