import getpass
import json

from borough.foundations.audit.actors import Actor
from borough.foundations.commands import Noun
from borough.foundations.people import actions, queries


class Command(Noun):
    help = "What the borough holds of a person: give it to them, or erase it."
    verbs = {
        "export": "everything held of a person, to answer a subject access request",
        "erase": "erase a person, where the law says so",
    }

    def export_arguments(self, parser):
        parser.add_argument("person", metavar="PERSON|EMAIL", help="the person's id, or their e-mail address")
        parser.add_argument("--reason", default="", help="why, such as the request's reference")

    def erase_arguments(self, parser):
        parser.add_argument("person", metavar="PERSON|EMAIL", help="the person's id, or their e-mail address")
        parser.add_argument("--dry-run", action="store_true", help="say what would be erased, and erase nothing")
        parser.add_argument("--reason", required=True, help="why, such as the request's reference")

    def export(self, options):
        person = self.one(options["person"])
        if person is None:
            return 1
        data = actions.export(person=person, by=self.by(), reason=options["reason"])
        self.answer(data, lines(data))
        return 0

    def erase(self, options):
        person = self.one(options["person"])
        if person is None:
            return 1
        dry_run = options["dry_run"]
        try:
            counts = actions.erase(person=person, reason=options["reason"], by=self.by(), dry_run=dry_run)
        except actions.Refused as refused:
            return self.fail(str(refused))
        done = "Would erase" if dry_run else "Erased"
        said = [f"{done}: {n} {what} ({room})" for room, each in counts.items() for what, n in each.items()]
        self.answer({"person": str(person.pk), "dry_run": dry_run, "erased": counts}, said)
        return 0

    def one(self, text):
        """The one person meant, or None after saying why there is not exactly one."""
        people = queries.people_matching(text)
        if len(people) == 1:
            return people[0]
        if not people:
            self.fail("Nobody has this id or e-mail address.")
            return None
        which = [
            {"id": str(person.pk), "name": person.name, "since": person.created_at.date().isoformat()}
            for person in people
        ]
        self.fail(
            "Several people share this e-mail address. Say which, by id:",
            people=which,
            lines=[f"  {person['id']}  {person['name'] or 'no name'}, since {person['since']}" for person in which],
        )
        return None

    def fail(self, words, lines=(), **more) -> int:
        for line in (words, *lines):
            self.say(line)
        if self.json:
            self.answer({"error": words} | more)
        return 1

    def by(self) -> Actor:
        """The command's user, as the system knows them: there is no session to ask."""
        return Actor("system", "", f"borough people, run by {getpass.getuser()}")


def lines(data, depth=0):
    """Nested plain data as indented lines that a person can read."""
    pad = "  " * depth
    pairs = data.items() if isinstance(data, dict) else ((f"{at}", value) for at, value in enumerate(data, 1))
    for name, value in pairs:
        if isinstance(value, dict | list) and value:
            yield f"{pad}{name}:"
            yield from lines(value, depth + 1)
        else:
            yield f"{pad}{name}: {value if isinstance(value, str) else json.dumps(value, default=str)}"
