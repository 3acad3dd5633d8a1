"""`borough services`: check, walk, publish and compare the definitions in services/."""

import dataclasses
import datetime
from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from borough.forms import mistakes, publishing, queries, retention, retiring
from borough.forms.definition.schema import schema
from borough.forms.languages import OTHERS, updating
from borough.forms.measuring import cost
from borough.forms.measuring.period import LENGTHS, USUAL, Period
from borough.forms.measuring.report import report
from borough.forms.reference import pages
from borough.forms.walking import trying
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun
from borough.foundations.scratch import scratch_database

RATES = {
    "completion_rate": "completed %",
    "unassisted": "unassisted %",
    "satisfaction": "satisfied %",
    "minutes": "minutes",
    "cost_per_form": "£ each",
}


class Command(Noun):
    help = "Services as definitions: check, walk, publish and compare them; figures and retention"
    verbs = {
        "check": "say every fault in these definitions; exit 1 if there is any",
        "walk": "answer each form through every branch, over the real pages, to a submitted case",
        "translate": "bring each one's cy.po up to date: what is new, stale and gone",
        "publish": "make what is in the files live, now or later",
        "errors": "every error message a form can give, as the resident would read it",
        "changes": "show what differs between the live version and the file",
        "retire": "let nobody go on with a version of a service older than the one live now",
        "retention": "delete what is kept no longer: forms unfinished, failed and sent, and closed cases",
        "figures": "how services do: begun, sent, given up, refused, liked",
        "list": "what is live, and what is scheduled",
        "schema": "the JSON Schema of service.yaml, for an editor",
        "reference": "write the reference of every type of question, but for its pictures",
    }

    def check_arguments(self, parser):
        parser.add_argument("paths", nargs="*", help="files, folders or slugs (services/ unless given)")

    walk_arguments = changes_arguments = errors_arguments = check_arguments

    def translate_arguments(self, parser):
        self.check_arguments(parser)
        parser.add_argument("--language", choices=OTHERS, default=OTHERS[0], help="%(default)s unless given")

    def publish_arguments(self, parser):
        self.check_arguments(parser)
        when = parser.add_mutually_exclusive_group()
        when.add_argument("--at", help="when it goes live: 2026-12-01 or 2026-12-01T09:00")
        when.add_argument("--draft", action="store_true", help="only keep it, for officers to preview")

    def retire_arguments(self, parser):
        parser.add_argument("slug", help="the service")
        parser.add_argument("--reason", required=True, help="why, for the audit trail")

    def retention_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say what would go, and why")

    def figures_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="one service (every live one unless given)")
        parser.add_argument("--days", choices=LENGTHS, default=USUAL, help=f"up to today ({USUAL})")
        parser.add_argument("--cost", default="", metavar="POUNDS", help="what that one service cost in that time")

    def reference_arguments(self, parser):
        parser.add_argument("--into", default=str(pages.FOLDER), help="the folder (%(default)s)")

    # --- verbs
    def check(self, options):
        loaded, absent = trying.definitions(options["paths"])
        faults = absent + [fault for one in loaded for fault in one.faults]
        gaps = [gap for one in loaded for gap in one.gaps]
        ok = sum(not one.faults for one in loaded)
        self.answer(
            {
                "checked": len(loaded),
                "ok": ok,
                "problems": [fault.as_dict() for fault in faults],
                "warnings": [gap.as_dict() for gap in gaps],
            },
            [*map(str, faults), *map("{} (a warning)".format, gaps), f"{ok} of {len(loaded)} definitions are sound"],
        )
        return 1 if faults else 0

    def walk(self, options):
        loaded, absent = trying.definitions(options["paths"])
        faults = absent + [fault for one in loaded for fault in one.faults]
        problems, ok, routes = [fault.as_dict() for fault in faults], 0, 0
        for one, ways, wrong in trying.walked(loaded, self.say):
            routes += ways
            ok += not (wrong or one.faults)
            problems += [{"file": one.file, "line": 1, "message": message} for message in wrong]
        self.answer(
            {"walked": len(loaded), "ok": ok, "routes": routes, "problems": problems},
            [
                *(f"{p['file']}:{p['line']}: {p['message']}" for p in problems),
                f"{ok} of {len(loaded)} walked to the end, {routes} ways",
            ],
        )
        return 1 if problems else 0

    def translate(self, options):
        loaded, absent = trying.definitions(options["paths"])
        written, faults = updating.write(loaded, options["language"])
        faults = absent + faults
        problems = [fault.as_dict() for fault in faults]
        lines = [*map(str, faults), *map(updating.counted, written.values())]
        self.answer({"catalogues": written, "problems": problems}, lines)
        return 1 if faults else 0

    def publish(self, options):
        loaded, absent = trying.definitions(options["paths"])
        faults = absent + [fault for one in loaded for fault in one.faults]
        if faults:
            self.answer(
                {"published": [], "problems": [f.as_dict() for f in faults]},
                [*map(str, faults), "Nothing was published"],
            )
            return 1
        if options["draft"]:
            return self.draft(loaded)
        at = _moment(options["at"]) if options["at"] else None
        with transaction.atomic():  # all of them or none
            published = [one.slug for one in loaded if publishing.publish(loaded=one, by=SYSTEM, live_from=at)]
        same = len(loaded) - len(published)
        lines = [f"{slug}: live from {at or 'now'}" for slug in published] + (
            [f"{same} already live and unchanged"] if same else []
        )
        self.answer({"published": published, "unchanged": same, "problems": []}, lines)
        return 0

    def draft(self, loaded):
        with transaction.atomic():  # all of them or none
            kept = [one.slug for one in loaded if publishing.keep_draft(loaded=one, by=SYSTEM)]
        lines = [f"{slug}: a draft, to look at on /preview/{slug}/" for slug in kept]
        same = len(loaded) - len(kept)
        lines += [f"{same} kept or live already and unchanged"] if same else []
        self.answer({"drafted": kept, "unchanged": same, "problems": []}, lines)
        return 0

    def errors(self, options):
        loaded, absent = trying.definitions(options["paths"])
        faults = absent + [fault for one in loaded for fault in one.faults]
        if faults:
            raise CommandError("\n".join(map(str, faults)))
        today, rows, lines = timezone.localdate(), [], []
        for one in loaded:
            for question in one.form.questions.values():
                lines += [f"{one.slug}: {question.name}: {question.label}"]
                for said in mistakes.messages(question, today):
                    rows.append({"service": one.slug, "question": question.name} | dataclasses.asdict(said))
                    lines += [f"    {said.fault:10} {said.message}"]
        self.answer({"errors": rows}, lines)

    def changes(self, options):
        loaded, absent = trying.definitions(options["paths"])
        if absent:
            raise CommandError(absent[0].message)
        result = {
            one.slug: publishing.changes(publishing.live_version(one.slug), one.source, one.file) for one in loaded
        }
        lines = [line for slug, changed in result.items() for line in (changed or [f"{slug}: no change"])]
        self.answer({"changes": result}, lines)

    def retire(self, options):
        """Whoever is filling in an older version is told, and goes on with the new one; their answers come along."""
        slug = options["slug"]
        if publishing.live_version(slug) is None:
            raise CommandError(f"There is no live service called {slug}")
        count = retiring.retire(slug=slug, reason=options["reason"], by=SYSTEM)
        self.answer({"service": slug, "retired": count}, [f"{slug}: {count} older versions retired"])

    def retention(self, options):
        """What is due, and why; what must stay all the same, and why; and unless it is a dry run, it goes."""
        due = list(retention.due())
        rows = [
            {
                "service": found.slug,
                "kind": kind.name,
                "after": found.after,
                "count": found.count,
                "kept": found.why_kept,
            }
            for kind, found in due
        ]
        lines = []
        for kind, found in due:
            forms = "form" if found.count == 1 else "forms"
            lines.append(f"{found.slug}: {found.count} {forms} {kind.words}, after {found.after}")
            lines += [f"  {count} stay: {why}" for why, count in found.why_kept.items()]
        deleted = {} if options["dry_run"] else retention.delete_due(by=SYSTEM)
        lines += [f"{slug}: {sum(count.values())} deleted" for slug, count in sorted(deleted.items())]
        self.answer({"due": rows, "deleted": deleted}, lines or ["Nothing is due"])

    def figures(self, options):
        slug, period = options["slug"], Period.of(options["days"], timezone.localdate())
        pence, wrong = cost.read(options["cost"])
        if wrong or (options["cost"] and not slug):
            raise CommandError(wrong or "Say which service cost that much")
        found = [report(form, period, pence) for form in queries.services() if slug in (None, form.slug)]
        if slug and not found:
            raise CommandError(f"There is no live service called {slug}")
        self.answer(
            {"from": period.first, "to": period.last, "services": found},
            [
                f"{one['service']:32} {one['begun']:6} begun {one['forms_sent']:6} sent  "
                + "  ".join(f"{words} {'-' if one[key] is None else one[key]}" for key, words in RATES.items())
                for one in found
            ],
        )

    def list(self, options):
        from borough.forms.models import Publication

        rows = [
            {
                "slug": p.slug,
                "hash": p.version.hash[:12],
                "live_from": p.live_from.isoformat(),
                "live": p.live_from <= timezone.now(),
            }
            for p in Publication.objects.select_related("version").order_by("slug", "-live_from")
        ]
        self.answer(
            {"publications": rows},
            [f"{r['slug']:32} {r['hash']}  {'live' if r['live'] else 'from'} {r['live_from'][:16]}" for r in rows],
        )

    def schema(self, options):
        self.json = True
        self.answer(schema())

    def reference(self, options):
        with scratch_database(self.say):
            written = pages.write(Path(options["into"]))
        self.answer({"written": written}, [f"{len(written)} pages written into {options['into']}"])


def _moment(text: str) -> datetime.datetime:
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise CommandError("Write --at as 2026-12-01 or 2026-12-01T09:00") from None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment
