"""Sections, repeated groups and mini summaries."""

from .located import by_name, flows, pages

LONGEST = 55  # letters of a group's name: _more is added to it


def check(service):
    yield from _sections(service)
    yield from _groups(service)
    yield from _summaries(service)


def _sections(service):
    names: list[str] = []
    for at, section in enumerate(service.sections):
        here = ("sections", at)
        if section.name in names:
            yield (*here, "name"), f"two sections are called “{section.name}”: give each its own name"
        for i, earlier in enumerate(section.after):
            if earlier not in names:
                yield (*here, "after", i), f"there is no section “{earlier}” above this one"
        if not service.task_list:
            for part in ("when", "after"):
                if getattr(section, part):
                    yield (*here, part), "this is for sections of a task list: add `task_list: true`"
        elif not any(page.section == section.name for page in service.pages):
            yield here, "no page is in this section: give one `section`, or take this away"
        names.append(section.name)
    for path, page in pages(service):
        if page.section and page.section not in names:
            yield (*path, "section"), f"there is no section “{page.section}”"
        if service.task_list and not page.section and "repeat" not in path:
            yield path, "in a task list every page needs a `section`"
        if page.section and "repeat" in path:
            yield (*path, "section"), "the list page of the group says in which section it is: take this away"
    if service.task_list and not service.sections:
        yield ("task_list",), "a task list is made of `sections`: add them"


def _groups(service):
    known = by_name(service)
    for path, page in pages(service):
        if not page.repeat:
            continue
        here, repeat = (*path, "repeat"), page.repeat
        if "repeat" in path:
            yield here, "a repeated page cannot repeat pages itself: put them after it"
        if page.questions:
            yield (*path, "questions"), "this page is the list of what was entered: put questions on the repeated pages"
        if page.end:
            yield (*path, "end"), "the journey cannot end on a page that lists what was entered"
        if not repeat.name and not page.group[0].isalpha():
            yield (*path, "name"), "give this group a `name` that begins with a letter"
        if len(page.group) > LONGEST:
            named = (*here, "name") if repeat.name else (*path, "name")
            yield named, f"this is too long: a group has a `name` of at most {LONGEST} letters"
        if repeat.least > repeat.most:
            yield (*here, "least"), "`least` is more than `most`, so nobody could go on"
        if repeat.times:
            asked = known.get(repeat.times)
            if asked is None:
                yield (*here, "times"), f"there is no question “{repeat.times}”"
            elif asked.logic_kind != "number":
                yield (*here, "times"), f"“{repeat.times}” is not a number, so it cannot say how many there are"


def _summaries(service):
    for flow in flows(service):
        for path, page in flow.pages:
            for at, item in enumerate(page.questions):
                for i, name in enumerate(item.pages if item.template == "summary" else ()):
                    if name not in flow.position:
                        yield (*path, "questions", at, "pages", i), f"there is no page “{name}” beside this one"
