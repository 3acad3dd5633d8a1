"""Telling one story from its plot, step by step, with what officers do around each step."""

import datetime
from random import Random

from borough.foundations.audit.actors import RESIDENT

from . import days, owing
from .fields import Fields
from .officers import Officers
from .plots import Plot
from .sayings import FROM_RESIDENTS, NOTES, REASONS
from .story import Story

MINUTE = datetime.timedelta(minutes=1)
NOTED = 0.35  # how often an officer writes a note before a step
TAKEN = 0.5  # how often somebody has a case that nothing has happened to yet


class Telling:
    def __init__(self, rng: Random, officers: Officers, fields: Fields, day: datetime.date):
        self.rng, self.officers, self.fields, self.day = rng, officers, fields, day

    def tell(self, story: Story, plot: Plot) -> None:
        date = story.today
        for step, pause in zip(plot.steps, plot.pauses, strict=True):
            date = days.working_day_after(date, pause)
            if step == "in":
                self.tick(story, days.evening_or_day(self.rng, date))
                story.message_in(self.rng.choice(FROM_RESIDENTS[plot.slug]))
                date = story.today
                continue
            if step == "paid":
                self.tick(story, story.at + MINUTE * 2)
                owing.paid(story)
                continue
            self._step(story, step, date)
            if story.owed and story.case.closed_at and step != "book":
                self.tick(story, story.at)
                owing.refund(story, self.officers.any(story.case.team.slug, "payer"), "Not booked after all")
        after = days.working_day_after(date, 1)
        if story.case.assignee is None and after < self.day and not plot.merged and self.rng.random() < TAKEN:
            self._assign(story, after)

    def tick(self, story: Story, at: datetime.datetime) -> None:
        """Set the clock: to `at`, or a little later than what happened last."""
        story.at = max(at, story.at + MINUTE * self.rng.randint(1, 9))

    def _assign(self, story, date):
        """Most cases are taken by an officer, the rest given out by a manager."""
        team = story.case.team.slug
        officer, manager = self.officers.any(team), self.officers.any(team, "manager")
        self.tick(story, days.office(self.rng, date))
        story.assign(officer, officer if self.rng.random() < 0.6 else manager)

    def _step(self, story, name, date):
        move = story.workflow.moves[name]
        at = days.office(self.rng, date)
        if story.case.assignee is None:
            self._assign(story, date)
        own = story.case.assignee
        if move.by == "officer" or move.waits_for == "elsewhere":
            by = self.officers.for_move(story, name)
            self.tick(story, at - MINUTE * 30)
            story.view(by)
            unsaid = [note for note in NOTES[story.form.slug] if note not in story.notes]
            if unsaid and self.rng.random() < NOTED:
                self.tick(story, story.at)
                story.note(self.rng.choice(unsaid), own)
            for task in move.tasks:
                if task in story.needed and task not in story.done:
                    self.tick(story, story.at)
                    story.do_task(task, own)
        else:
            by = RESIDENT
        reason = self.rng.choice(REASONS.get((story.form.slug, name), ("",))) if move.reason else ""
        self.tick(story, at)
        story.move(name, by, reason=reason, fields=self.fields.of(name, story))
