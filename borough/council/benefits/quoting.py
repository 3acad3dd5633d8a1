"""A quote: what a household would be awarded, as plain data in and out. No database."""

import re
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from borough.council.revenues.rules.money import pence, pounds

from .rules import awards, schemes
from .rules.households import Household, NonDependant

FOLDER = Path(__file__).parent / "schemes"
NAME = re.compile(r"[a-z0-9-]{1,60}")


def scheme(said) -> schemes.Scheme:
    """The scheme of that name in schemes/, or the one that is written out. Raises ValueError."""
    if not isinstance(said, str):
        return schemes.read(said)
    path = FOLDER / f"{said}.yaml"
    if not NAME.fullmatch(said) or not path.is_file():
        known = ", ".join(sorted(one.stem for one in FOLDER.glob("*.yaml")))
        raise ValueError(f"There is no scheme “{said[:60]}”. There are: {known}")
    try:
        return schemes.read(YAML(typ="safe", pure=True).load(path))
    except YAMLError as fault:
        raise schemes.BadScheme(f"{path.name} is no YAML: {fault}") from fault


def quote(asked: dict) -> dict:
    """{id, weekly_award, annual_award, net_bill, working} of a scheme and a household. Raises ValueError.

    Money is text in pounds. A non-dependant is {weekly_income, works, exempt}; a number stands for so many of whom
    nothing else is known.
    """
    if not isinstance(asked, dict):
        raise ValueError("A quote is asked for with a JSON object on each line")
    if asked.get("scheme") is None:
        raise ValueError("“scheme” is missing. Write the name of one, or the scheme itself")
    found = awards.award(household(asked), scheme(asked["scheme"]))
    return {
        "id": asked.get("id"), "weekly_award": pounds(found.weekly), "annual_award": pounds(found.annual),
        "net_bill": pounds(found.net), "working": list(found.working),
    }  # fmt: skip


def household(said: dict) -> Household:
    if said.get("annual_liability") is None:
        raise ValueError("“annual_liability” is missing: the charge for the year, after discounts")
    return Household(
        liability=pence(said["annual_liability"]), days=_whole(said, "days_in_year", 365), band=said.get("band"),
        bedrooms=_whole(said, "bedrooms_needed", 0), disabled_relief=_yes(said, "disabled_relief"),
        applicable=_money(said, "applicable_amount"), income=_money(said, "weekly_income"),
        capital=_money(said, "capital"), non_dependants=_others(said.get("non_dependants") or ()),
        guarantee=_yes(said, "guarantee_credit"), spared=_yes(said, "no_deductions"),
        kind=str(said.get("household") or ""), second_adult=next(iter(_others(said.get("second_adult") or ())), None),
        gross=None if said.get("annual_gross") is None else pence(said["annual_gross"]),
    )  # fmt: skip


def _others(said) -> tuple[NonDependant, ...]:
    if isinstance(said, dict):
        said = [said]
    if isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= 20:
        return (NonDependant(works=False),) * said
    if not isinstance(said, list | tuple):
        raise ValueError("“non_dependants” must be a list, each with “weekly_income”")
    found = []
    for one in said:
        one = one if isinstance(one, dict) else {"weekly_income": one}
        works = one.get("works", True) is True
        income = next((one[name] for name in ("weekly_income", "gross_weekly_income", "income") if name in one), 0)
        found.append(NonDependant(pence(income), works, one.get("exempt") is True))
    return tuple(found)


def _money(said, name) -> int:
    return pence(said[name]) if said.get(name) is not None else 0


def _whole(said, name, missing) -> int:
    value = said.get(name)
    if value is None:
        return missing
    if isinstance(value, bool) or not str(value).strip().isdigit():
        raise ValueError(f"“{name}” is “{str(value)[:20]}”, which is no whole number")
    return int(value)


def _yes(said, name) -> bool:
    value = said.get(name, False)
    if not isinstance(value, bool):
        raise ValueError(f"“{name}” must be true or false")
    return value
