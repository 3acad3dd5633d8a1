"""`borough bench`: what a thing costs, beside the least it could cost, in one run on this machine."""

import json
import sys

from django.utils import timezone

from borough.config.database import ROOT
from borough.foundations.commands import Noun

LINES = (
    "A bare view:  {floor_ms} ms of CPU a request, {floor_requests_per_second} requests a second",
    "A journey:    {journey_ms} ms of CPU a request, {requests_per_second} requests a second",
    "              {journeys_per_second} journeys a second, of {pages} pages",
    "Ratio:        {ratio} times the bare view; a long form {long_form_ratio} times a short one, page by page",
    "Brief:        {brief_ratio} times for a form of 5 pages, sending with it; {pages_ratio} times for its pages alone",
    "Compiling:    {compile_ms} ms for the longest form",
    "Memory:       {worker_mib} MiB a web worker after the load",
)


class Command(Noun):
    help = "Measure: journeys, the night's counting, the device library, the directory, public pages"
    verbs = {
        "journeys": "CPU per request and journeys per second, beside a bare Django view",
        "counting": "seconds to count every measure over many cases",
        "devices": "what the counter of a large device library costs, and of one of a tenth",
        "directory": "how long the database takes over a directory of 5,000 services",
        "pages": "what Lighthouse says of public pages, with production settings",
    }

    def pages_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=5)

    def pages(self, options):
        sys.path.insert(0, str(ROOT))
        from bench.pages import measure

        found = measure(self.say, rounds=options["rounds"])
        lines = [
            f"{page:<12}" + "  ".join(f"{name} {value}" for name, value in row.items()) for page, row in found.items()
        ]
        self.answer(found, lines)

    def counting_arguments(self, parser):
        parser.add_argument("--cases", type=int, default=250_000)

    def counting(self, options):
        sys.path.insert(0, str(ROOT))
        from bench.counting import measure

        found = measure(self.say, cases=options["cases"])
        slowest = ", ".join(f"{key} {seconds} s" for key, seconds in found["slowest"].items())
        lines = [
            f"{found['measures']} measures over {found['cases']:,} cases in {found['seconds']} seconds.",
            f"Slowest: {slowest}",
        ]
        self.answer(found, lines)
        return 1 if found["failed"] else 0

    def devices_arguments(self, parser):
        parser.add_argument("--devices", type=int, default=20_000)
        parser.add_argument("--loans", type=int, default=100_000)
        parser.add_argument("--people", type=int, default=250_000)
        parser.add_argument("--times", type=int, default=100, help="that each page is opened")

    def devices(self, options):
        sys.path.insert(0, str(ROOT))
        from bench.devices import measure

        sizes = {name: options[name] for name in ("devices", "loans", "people")}
        found = measure(self.say, **sizes, times=options["times"])
        lines = [f"{name:<7}" + ", ".join(f"{many:,} {what}s" for what, many in found[name].items())
                 for name in ("tenth", "whole")]  # fmt: skip
        for name, both in found["pages"].items():
            lines += [f"{name:<22}{size}  {_told(row)}" for size, row in both.items()]
        self.answer(found, lines)

    def directory_arguments(self, parser):
        parser.add_argument("--services", type=int, default=5_000)
        parser.add_argument("--times", type=int, default=100, help="that each page is opened")

    def directory(self, options):
        sys.path.insert(0, str(ROOT))
        from bench.directory import measure

        found = measure(self.say, services=options["services"], times=options["times"])
        lines = [f"{found['services']:,} services at {found['places']:,} places"]
        self.answer(found, lines + [f"{name:<22}{_told(row)}" for name, row in found["pages"].items()])

    def journeys_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=5)
        parser.add_argument("--seconds", type=float, default=3.0, help="of each part of a round")
        parser.add_argument("--keep", action="store_true", help="write the results into bench/results.json")

    def journeys(self, options):
        sys.path.insert(0, str(ROOT))  # bench/ stands beside the package, not in it
        from bench.journeys import measure

        found = measure(self.say, rounds=options["rounds"], seconds=options["seconds"])
        if options["keep"]:
            from bench.machine import machine

            kept = {"on": str(timezone.localdate()), "machine": machine(), "results": found}
            (ROOT / "bench/results.json").write_text(json.dumps(kept, indent=2) + "\n")
        self.answer(found, [line.format(**found) for line in LINES])


def _told(row: dict) -> str:
    """`borough bench` says of a page what it asked and how long it took, most of it in 95 of 100 times."""
    return "{queries:>2} queries, {median_ms} ms, p95 {p95_ms} ms, of which the database {database_ms} ms".format(**row)
