"""`borough forms`: forms published elsewhere, and our own: check, walk and import them."""

from pathlib import Path

from django.conf import settings

from borough.forms.foreign import trying, writing
from borough.foundations.commands import Noun


class Command(Noun):
    help = "Forms in XGov’s and DEFRA’s formats, and our own: check, walk, import"
    verbs = {
        "check": "say what of these forms cannot be kept as it is, and what stops one; exit 1 if anything stops one",
        "walk": "answer each form through every branch, over the real pages, to a submitted case",
        "import": "write these forms as services of ours, each walked first",
    }

    def check_arguments(self, parser):
        parser.add_argument("paths", nargs="+", help="files and folders")

    walk_arguments = check_arguments

    def import_arguments(self, parser):
        self.check_arguments(parser)
        parser.add_argument("--into", default=str(settings.SERVICES), help="the folder of services (%(default)s)")
        parser.add_argument("--replace", action="store_true", help="write over a service that is there already")

    # --- verbs
    def check(self, options):
        forms, problems = trying.forms(options["paths"])
        problems += [problem for form in forms for problem in form.problems]
        ok = sum(form.ok for form in forms)
        self.answer(
            {"checked": len(forms), "ok": ok, "problems": problems},
            [*map(trying.line, problems), f"{ok} of {len(forms)} forms can be used"],
        )
        return 1 if any(not problem["lost"] for problem in problems) else 0

    def walk(self, options):
        forms, problems = trying.forms(options["paths"])
        ok = routes = 0
        for form, ways, wrong in trying.walked(forms, self.say):
            found = [problem for problem in form.problems if not problem["lost"]]
            found += trying.stopped(form, wrong)
            routes += ways
            ok += all(problem["lost"] for problem in found)
            problems += found
        self.answer(
            {"walked": len(forms), "ok": ok, "routes": routes, "problems": problems},
            [*map(trying.line, problems), f"{ok} of {len(forms)} walked to the end, {routes} ways"],
        )
        return 1 if any(not problem["lost"] for problem in problems) else 0

    def import_(self, options):
        forms, problems = trying.forms(options["paths"])
        written, into = {}, Path(options["into"])
        for form, _, wrong in trying.walked(forms, self.say):
            found = [problem for problem in form.problems if not problem["lost"]]
            found += trying.stopped(form, wrong)
            if all(problem["lost"] for problem in found):
                try:
                    written[form.slug] = str(writing.write(form.read, into, replace=options["replace"]))
                except writing.NotWritten as refused:
                    found.append(trying.problem(form.file, "", str(refused)))
            problems += found
        lines = [*map(trying.line, problems), *(f"{slug}: {file}" for slug, file in written.items())]
        if written:
            lines.append("Read the notes in each file, finish what is marked there, then publish it.")
        self.answer({"imported": written, "problems": problems}, lines)
        return 1 if any(not problem["lost"] for problem in problems) else 0
