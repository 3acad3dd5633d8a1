"""Skills are each officer's own; a manager sees totals that tell nobody apart; champions are those who said so."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.council.skills import actions, queries
from borough.council.skills.models import Answer, Course, Profile, Shown, Taken
from borough.council.skills.tasks import TASKS
from borough.foundations.audit.models import AuditEvent
from borough.foundations.measures import registry
from tests import people

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


def say(user, **answers):
    actions.answer(answers={task: (can, False) for task, can in answers.items()}, by=user)


def champion(task="email", place="Town Hall"):
    user = people.officer()
    actions.answer(answers={task: ("can", True)}, by=user)
    actions.list_me(listed=True, place=place, by=user)
    return user


def test_one_answers_for_oneself_and_sees_it(signed_in):
    user = people.officer()
    browser = signed_in(user)
    typed = {"email": "can", "email-helps": "on", "call": "learn", "share": "cannot"}
    assert browser.post("/work/skills/answer/", typed).status_code == 302
    kept = {one.task: (one.can, one.helps) for one in Answer.objects.filter(user=user)}
    assert kept == {"email": ("can", True), "call": ("learn", False), "share": ("cannot", False)}
    assert "Only you see it." in browser.get("/work/skills/").content.decode()
    browser.post("/work/skills/answer/", {"call": "can"})
    assert Answer.objects.get(user=user, task="call").can == "can"
    assert Answer.objects.count() == 3


def test_nobody_helps_with_what_they_cannot_do(signed_in):
    answer = signed_in(people.officer()).post("/work/skills/answer/", {"email": "cannot", "email-helps": "on"})
    assert "You can help others once you can do it" in answer.content.decode()
    assert not Answer.objects.exists()


def test_the_trail_has_that_somebody_answered_and_not_what():
    user = people.officer()
    say(user, email="cannot")
    event = AuditEvent.objects.get(action="skills.answered")
    assert "cannot" not in str(event.data)
    assert "email" not in str(event.data)


def test_no_colleague_sees_it_and_no_manager_sees_a_name(signed_in):
    user = people.officer("libraries", name="Private Person")
    say(user, email="cannot")
    for who in (people.officer("libraries"), people.officer("libraries", "manager")):
        for path in ("/work/skills/", "/work/skills/champions/", "/work/skills/team/libraries/"):
            assert "Private Person" not in signed_in(who).get(path).content.decode()


def test_what_to_learn_is_suggested_from_what_is_wanted():
    user = people.officer()
    manager = people.officer(role="manager")
    for title, tasks, day in (("Wanted", ["call"], None), ("Lacked", ["share"], TODAY() + DAY),
                              ("Over", ["call"], TODAY() - DAY), ("Known", ["email"], None)):  # fmt: skip
        actions.offer(title=title, href="", tasks=tasks, day=day, by=manager)
    say(user, call="learn", share="cannot", email="can")
    assert [one.title for one in queries.own(user)["suggested"]] == ["Wanted", "Lacked"]


def test_champions_by_task_and_the_nearest_first():
    near, far = champion("email", "Town Hall"), champion("email", "Central Library")
    champion("call", "Town Hall")
    unlisted = people.officer()
    actions.answer(answers={"email": ("can", True)}, by=unlisted)
    assert queries.champions("email", "town hall") == [near, far]
    assert queries.champions("email", "Central Library") == [far, near]
    actions.list_me(listed=False, place="", by=near)
    assert queries.champions("email") == [far]


def test_being_listed_needs_a_place_and_something_to_help_with(signed_in):
    browser = signed_in(people.officer())
    page = browser.post("/work/skills/list-me/", {"listed": "on", "place": "Town Hall"}).content.decode()
    assert "First say above what you would help others with" in page
    browser.post("/work/skills/answer/", {"email": "can", "email-helps": "on"})
    assert "Enter where you work" in browser.post("/work/skills/list-me/", {"listed": "on"}).content.decode()
    assert browser.post("/work/skills/list-me/", {"listed": "on", "place": "Town Hall"}).status_code == 302


def test_a_team_of_few_answers_is_told_as_nothing(signed_in):
    manager = people.officer("libraries", "manager")
    for _ in range(4):
        say(people.officer("libraries"), email="can")
    page = signed_in(manager).get("/work/skills/team/libraries/").content.decode()
    assert "Too few have answered" in page


def test_a_team_is_told_in_numbers_that_tell_nobody_apart(signed_in):
    manager = people.officer("libraries", "manager")
    for at in range(12):
        say(people.officer("libraries"), email="can" if at < 10 else "cannot", call="can" if at < 6 else "learn")
    totals = queries.team(people.team("libraries"))
    rows = {row["words"]: row for _, tasks in totals["parts"] for row in tasks}
    assert totals["answered"] == 12
    email, call = rows[TASKS["email"]], rows[TASKS["call"]]
    assert (email["can"], email["cannot"]) == (None, None)  # two cannot; ten would tell them
    assert (call["can"], call["learn"]) == (6, 6)
    assert "hidden" in signed_in(manager).get("/work/skills/team/libraries/").content.decode()
    assert signed_in(people.officer("libraries")).get("/work/skills/team/libraries/").status_code == 404
    assert signed_in(people.officer("other", "manager")).get("/work/skills/team/libraries/").status_code == 404


def test_what_was_seen_is_kept_apart(signed_in):
    seen, by = people.officer("libraries"), people.officer("libraries")
    browser = signed_in(by)
    typed = {"user": seen.pk, "task": "call", "how": "Held a call of ten."}
    assert browser.post("/work/skills/seen/", typed).status_code == 302
    assert Shown.objects.get().seen_by_name == by.name
    assert not Answer.objects.exists()
    assert "Held a call of ten." in signed_in(seen).get("/work/skills/").content.decode()
    with pytest.raises(actions.Refused, match="Somebody else"):
        actions.see(user=by, task="call", how="x", by=by)
    assert "Choose a colleague" in browser.post("/work/skills/seen/", typed | {"user": by.pk}).content.decode()


def test_what_was_learned_is_logged_once(signed_in):
    manager = signed_in(people.officer(role="manager"))
    course = {"title": "Calls", "tasks": ["call"], "href": "https://learn.example/calls"}
    assert manager.post("/work/skills/course/", course).status_code == 302
    assert "of this name already" in manager.post("/work/skills/course/", course).content.decode()
    wrong = manager.post("/work/skills/course/", course | {"title": "x", "href": "javascript:x"}).content.decode()
    assert "Begin the address with https://" in wrong
    browser = signed_in(people.officer())
    assert browser.get("/work/skills/course/").status_code == 403
    typed = {"course": Course.objects.get().pk, "day-day": "2", "day-month": "3", "day-year": "2026"}
    for _ in range(2):
        assert browser.post("/work/skills/taken/", typed).status_code == 302
    assert Taken.objects.count() == 1
    assert "still to come" in browser.post("/work/skills/taken/", typed | {"day-year": "2099"}).content.decode()


def test_one_may_delete_all_that_one_said(signed_in):
    user = champion()
    assert signed_in(user).get("/work/skills/forget/").status_code == 200
    assert signed_in(user).post("/work/skills/forget/").status_code == 302
    assert not Answer.objects.exists()
    assert queries.champions() == []


def test_two_measures_are_counted():
    user = people.officer()
    say(user, email="can", call="can")
    course = actions.offer(title="Calls", href="", tasks=["call"], day=None, by=user)
    actions.take(course=course, day=TODAY(), by=user)
    assert registry.get("skills-assessed").count(TODAY()) == 1
    assert registry.get("skills-sessions").count(TODAY()) == 1
    assert registry.get("skills-assessed").count(TODAY() - DAY) == 0
    Answer.objects.update(at=timezone.now() - datetime.timedelta(days=400))
    assert registry.get("skills-assessed").count(TODAY()) == 0


@pytest.mark.parametrize("who", [people.resident, people.partner])
def test_it_is_for_officers(signed_in, who):
    for path in ("/work/skills/", "/work/skills/answer/", "/work/skills/champions/"):
        assert signed_in(who()).get(path).status_code == 403


def refused(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        what()


def test_what_the_database_refuses():
    user = people.officer()
    refused(lambda: Answer.objects.create(user=user, task="flying", can="can"))
    refused(lambda: Answer.objects.create(user=user, task="email", can="maybe"))
    refused(lambda: Answer.objects.create(user=user, task="email", can="cannot", helps=True))
    Answer.objects.create(user=user, task="email", can="can")
    refused(lambda: Answer.objects.create(user=user, task="email", can="can"))
    refused(lambda: Profile.objects.create(user=user, listed=True))
    refused(lambda: Course.objects.create(title="x", tasks=[]))
    refused(lambda: Course.objects.create(title="x", tasks=["flying"]))
    seen = {"user": user, "task": "email", "day": TODAY(), "seen_by_name": "x", "how": "x"}
    refused(lambda: Shown.objects.create(seen_by=user, **seen))
    refused(lambda: Shown.objects.create(**(seen | {"how": ""})))
    course = Course.objects.create(title="x", tasks=["email"])
    Taken.objects.create(user=user, course=course, day=TODAY())
    refused(lambda: Taken.objects.create(user=user, course=course, day=TODAY()))
