"""Somebody who answers every page with all that a page must bear, then goes on as well as they can to the end."""

import itertools
import random
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from borough.forms.definition.form import CHECK_ANSWERS, Form
from borough.forms.questions.base import Invalid
from borough.forms.walking.papers import sample_files
from borough.forms.walking.routes import Entries, plan
from borough.forms.walking.typings import interest
from borough.foundations.messages.models import Message

from . import values
from .bodies import body
from .looking import harmless, read

LEAST = 12  # times that each page is answered


class Attacker:
    """`sent` counts the hostile answers given. Every response is looked at."""

    def __init__(self, form: Form, seed: int, times: int):
        self.form, self.chance, self.sent = form, random.Random(seed), 0
        self.today, self.base = timezone.localdate(), f"/apply/{form.slug}/"
        self.pages = {page.name: page for page in form.every}
        self.fields = [field for page in form.every for q in page.questions.values() for field in q.fields()]
        self.kept = set(interest(form, self.today))  # what ways depend on is answered as the way wants
        self.addresses = itertools.count(1)
        self.client = Client()
        walks = [walk for walk in plan(form, self.today)[0] if walk.sends]
        self.walks = sorted(walks, key=lambda walk: -len(walk.steps))
        self.each = max(LEAST, -(-times // max(1, sum(map(self._asked, self.walks)))))

    def address(self) -> str:
        """Each of their own: how often one may ask is tried elsewhere."""
        at = next(self.addresses)
        return f"10.{at >> 16 & 255}.{at >> 8 & 255}.{at & 255}"

    def walk(self, walk) -> None:
        self.client = Client(REMOTE_ADDR=self.address())
        for name, typed in walk.steps:
            if isinstance(typed, Entries):
                self.enter(name, typed)
            else:
                self.answer(name, name, typed)
        self.save_and_return()

    def enter(self, name, entries: Entries) -> None:
        group = self.pages[name].group
        for at, steps in enumerate(entries.each, 1):
            key = str(at) if group.times else self._one_more(name, group)
            self.assail(f"{name}/{key}/remove", self.pages[name], 1)
            key = key if group.times or at > 1 else self._one_more(name, group)
            for inner, typed in steps:
                self.answer(f"{name}/{key}/{inner}", inner, typed)
        self.assail(name, self.pages[name], self.each)
        self.go_on(name, {group.more.name: "no"})

    def _one_more(self, name, group) -> str:
        response = self.client.post(self.base + name, {group.more.name: "yes"})
        assert response.status_code == 302, harmless(response)
        return response["Location"].rsplit("/", 2)[1]

    def save_and_return(self) -> None:
        """Ask for the link back at all sorts of addresses, then go on by it in another browser."""
        for _ in range(5):
            address = self._spoilt("sam@example.org")
            harmless(self.client.post(f"{self.base}save", {"email": address, "name": self._spoilt("x")}))
        harmless(self.client.post(f"{self.base}save", {"email": "sam@example.org"}))
        path = re.search(r"/resume/\S+", Message.objects.filter(sensitive=True).latest("pk").body)[0]
        self.client = Client(REMOTE_ADDR=self.address())
        for spoilt in (f"{path}x", path[:-1], path.swapcase(), f"{path}%00", f"{path}?lang=%ff"):
            harmless(self.client.get(spoilt))
        assert self.client.post(path)["Location"] == f"{self.base}resume"
        harmless(self.client.get(f"{self.base}resume", follow=True))

    def answer(self, path, name, typed) -> None:
        """Hostile answers to the page, then one that it takes, as hostile as may be."""
        page = self.pages[name]
        harmless(self.client.get(self.base + path))
        if typed is None:
            return
        self.assail(path, page, self.each)
        self.go_on(path, self.taken(page, dict(typed)))
        harmless(self.client.get(f"{self.base}{path}?change"))

    def assail(self, path, page, times) -> None:
        for _ in range(times):
            sent, kind = body(self.chance, page, self.fields)
            query = self.chance.choice(
                ["", "", "", "?change", "?change=again", "?lang=<script>hostile", "?%00=%ff&change=\ud7ff"]
            )
            self.client.defaults["REMOTE_ADDR"] = self.address()
            response = self.client.generic("POST", f"{self.base}{path}{query}", sent, kind)
            harmless(response)
            assert response.status_code in (200, 302, 400, 410, 413), (path, response.status_code, sent[:300])
            self.sent += max(1, len(page.questions))

    def go_on(self, path, typed) -> None:
        words = {field: value for field, value in typed.items() if not _is_files(value)}
        response = self.client.post(self.base + path, words)
        if response.status_code != 302 and words != typed:  # none of the hostile files was taken
            response = self.client.post(self.base + path, typed)
        assert response.status_code == 302, (path, typed, harmless(response))

    def taken(self, page, typed: dict) -> dict:
        """What the way wants typed, with something hostile in each answer that it does not depend on."""
        data = {}
        for question in page.questions.values():
            its = {field: typed[field] for field in question.fields() if field in typed}
            if question.type == "file":
                if its[question.name]:
                    data[question.name] = sample_files(question)
            elif its:
                data |= its if question.name in self.kept else self._worst(question, its)
        return {field: list(value) if isinstance(value, tuple) else value for field, value in data.items()}

    def _worst(self, question, its: dict) -> dict:
        for _ in range(25):
            worst = {field: self._spoilt(value) for field, value in its.items()}
            data = QueryDict(mutable=True)
            for field, value in worst.items():
                data.setlist(field, value if isinstance(value, list | tuple) else [value])
            try:
                found = question.clean(question.read(data), self.today)
            except Invalid:
                continue
            if found is not None and worst != its:
                return worst
        return its

    def _spoilt(self, value):
        """As it comes to us: half a character comes as the mark for what cannot be read."""
        if not value or not isinstance(value, str):
            return value
        return values.text(self.chance, value).encode("utf-8", "replace").decode()

    def send(self) -> None:
        read(self.client.get(self.base + CHECK_ANSWERS))
        response = self.client.post(f"{self.base}send", {"pence": self._spoilt("0")})
        harmless(response)
        response = self.client.post(f"{self.base}send")
        assert response["Location"].endswith("/sent") or response["Location"].startswith("/pay/"), response["Location"]

    def _asked(self, walk) -> int:
        """How many answers the walk gives."""
        inner = [
            step for _, typed in walk.steps if isinstance(typed, Entries) for steps in typed.each for step in steps
        ]
        return sum(max(1, len(self.pages[name].questions)) for name, _ in (*walk.steps, *inner))


def _is_files(value) -> bool:
    return isinstance(value, list) and any(isinstance(one, SimpleUploadedFile) for one in value)
