"""What a household is awarded under a scheme, with every step in words."""

import math
from dataclasses import dataclass
from fractions import Fraction

from borough.council.revenues.rules import bands
from borough.council.revenues.rules.money import half_up, pounds

from .households import Household, NonDependant
from .schemes import Scheme


@dataclass(frozen=True)
class Award:
    """Pence: for a year, and by the week for letters. `working` is how it came about, a sentence each."""

    annual: int
    weekly: int
    net: int
    working: tuple[str, ...]


def award(household: Household, scheme: Scheme) -> Award:
    """The better of the means test and the second adult's rebate, where a scheme has both ("better buy").

    By the day, and rounded once at the end of the year; the family `percent` rounds at each step instead.
    Pension age: Schedule 1, paragraphs 2 to 8 and 10 of SI 2012/2885. The most there can be is the daily charge; of it
    goes 2 6/7 per cent of the weekly income above the applicable amount, which is a seventh of 20 per cent, and a
    seventh of each weekly deduction.
    """
    working: list[str] = []
    if scheme.family == "percent":
        return _by_the_week(household, scheme, working)
    annual = _tested(household, scheme, working)
    rebate = min(second_adult(household, scheme), Fraction(household.liability))
    if rebate > annual:
        working.append(f"For the second adult’s income it is {_said(rebate)}, which is more, so that is given.")
        annual = rebate
    return _made(household, annual, working)


def _tested(household: Household, scheme: Scheme, working) -> Fraction:
    """Pence for the year, by the income and savings of the household."""
    income, capital = (0, 0) if household.guarantee else (household.income, household.capital)
    if household.guarantee:
        working.append("With the guarantee part of pension credit, income and savings count as nothing.")
    if scheme.capital_limit is not None and capital > scheme.capital_limit:
        working.append(
            f"Savings of {_said(capital)} are above {_said(scheme.capital_limit)}, so there is no award by income."
        )
        return Fraction(0)
    eligible = _eligible(household, scheme, working)
    if scheme.tariff and (extra := tariff(capital, scheme)):
        working.append(f"Savings above {_said(scheme.tariff.over)} count as {_said(extra)} of income a week.")
        income += extra
    if scheme.family == "bands":
        percent, weekly = in_band(income, scheme, household.kind), Fraction(0)
        working.append(f"An income of {_said(income)} a week gives {_percent(percent)} of the charge.")
    else:
        percent, weekly = scheme.percent, _excess(income, household, scheme, working)
    weekly += sum(_deducted(one, household, scheme, working) for one in household.non_dependants)
    daily = eligible * percent / household.days - weekly / 7
    less = f", less {_said(weekly)} ÷ 7" if weekly else ""
    working.append(f"A day: {_said(eligible)} × {_percent(percent)} ÷ {household.days}{less}.")
    if daily * 7 < scheme.least_weekly:
        if daily > 0:
            working.append(f"Less than {_said(scheme.least_weekly)} a week is not paid.")
        return Fraction(0)
    return max(daily, Fraction(0)) * household.days


def tariff(capital: int, scheme: Scheme) -> int:
    """Pence a week that savings count as: for each step above the first part, a part of one being a whole."""
    rule = scheme.tariff
    return max(math.ceil(Fraction(capital - rule.over, rule.step)), 0) * rule.weekly


def in_band(income: int, scheme: Scheme, kind: str = "") -> Fraction:
    """The share of the charge for an income; above the last band it is nothing. Raises ValueError: for whom?"""
    kinds = {band.household for band in scheme.bands}
    if kinds != {""} and kind not in kinds:
        raise ValueError(f"This scheme has bands for: {', '.join(sorted(kinds))}. Say which of them the household is")
    return _share(income, [band for band in scheme.bands if band.household in ("", kind)])


def second_adult(household: Household, scheme: Scheme) -> Fraction:
    """Pence for the year by the income of a second adult: Schedule 1, paragraph 9 and Schedule 3 of SI 2012/2885."""
    other, rule = household.second_adult, scheme.second_adult
    if other is None or rule is None:
        return Fraction(0)
    share = rule.with_benefit if other.exempt else _share(other.weekly, rule.bands)
    return (household.liability if household.gross is None else household.gross) * share


def _share(income: int, bands_) -> Fraction:
    return next(
        (band.percent for band in bands_ if band.since <= income and (band.until is None or income < band.until)),
        Fraction(0),
    )


def deduction(one: NonDependant, scheme: Scheme) -> int:
    """Pence a week taken for somebody who lives there: the highest row that their income reaches."""
    if one.exempt:
        return 0
    reached = [row for row in scheme.deductions if row.since <= one.weekly and (one.works or not row.working)]
    return reached[-1].weekly if reached else 0


def _eligible(household: Household, scheme: Scheme, working) -> Fraction:
    """The charge that counts: as if in a lower band where the scheme has a cap and no disabled relief is given."""
    liability = Fraction(household.liability)
    cap = next((one for one in reversed(scheme.caps) if household.bedrooms >= one.bedrooms), None)
    if cap is None or household.disabled_relief:
        return liability
    if household.band is None:
        raise ValueError("This scheme has a cap by band, so say which band the home is in")
    own, most = bands.NINTHS[bands.known(household.band)], bands.NINTHS[cap.band]
    if own <= most:
        return liability
    capped = liability * most / own
    working.append(f"The charge counts as for band {cap.band}: {_said(capped)} of {_said(liability)}.")
    return capped


def _excess(income: int, household: Household, scheme: Scheme, working) -> Fraction:
    over = max(income - household.applicable, 0)
    if not over:
        working.append(f"Income of {_said(income)} a week is not above {_said(household.applicable)}.")
        return Fraction(0)
    working.append(
        f"Income is {_said(over)} a week above {_said(household.applicable)}: {_percent(scheme.taper)} is taken."
    )
    return over * scheme.taper


def _deducted(one: NonDependant, household: Household, scheme: Scheme, working) -> int:
    taken = 0 if household.spared else deduction(one, scheme)
    if taken:
        working.append(f"{_said(taken)} a week is taken for somebody who lives there with {_said(one.weekly)} a week.")
    return taken


def _by_the_week(household: Household, scheme: Scheme, working) -> Award:
    """The year's support, by the week, less the deduction, back to the year: as councils of this family print it.

    The year's support is rounded half up in either way; `rounding` is for the steps to the week and back. So Ealing's
    example of 2021/22 comes out to the penny, which no other reading does.
    """
    round_ = half_up if scheme.rounding == "half_up" else math.floor
    support = half_up(household.liability * scheme.percent)
    working.append(f"{_percent(scheme.percent)} of {_said(household.liability)} is {_said(support)} for the year.")
    weekly = round_(Fraction(support * 7, household.days))
    working.append(f"{_said(support)} ÷ {household.days} × 7 is {_said(weekly)} a week.")
    if scheme.weekly_deduction:
        working.append(f"{_said(scheme.weekly_deduction)} a week is taken for others who live there.")
        weekly = max(weekly - scheme.weekly_deduction, 0)
        annual = round_(Fraction(weekly * household.days, 7))
        working.append(f"{_said(weekly)} ÷ 7 × {household.days} is {_said(annual)} for the year.")
    else:
        annual = support
    annual = min(annual, household.liability)
    return Award(annual, weekly, household.liability - annual, tuple(working))


def _made(household: Household, annual, working) -> Award:
    found = half_up(Fraction(annual))
    weekly = half_up(Fraction(annual) * 7 / household.days)
    working.append(f"For the year: {_said(found)}. Left to pay: {_said(household.liability - found)}.")
    return Award(found, weekly, household.liability - found, tuple(working))


def _said(amount) -> str:
    return f"£{pounds(half_up(Fraction(amount)))}"


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"
