"""What a scheme needs to know of a household."""

from dataclasses import dataclass

from borough.council.revenues.rules import bands


@dataclass(frozen=True)
class NonDependant:
    """A grown-up who lives there and is not part of the claim; a couple counts as one.

    `weekly` is their gross income in pence. `works` is whether they work 16 hours or more, `exempt` whether nothing is
    taken for them: students, and people with certain benefits.
    """

    weekly: int = 0
    works: bool = True
    exempt: bool = False

    def __post_init__(self):
        if self.weekly < 0:
            raise ValueError("The income of somebody who lives there cannot be below nought")


@dataclass(frozen=True)
class Household:
    """Amounts in pence. `liability` is for a year of `days`, after discounts. Raises ValueError.

    `guarantee` is pension credit with a guarantee element: income and capital then count as nothing. `spared` is
    whether the applicant or partner is blind or has a disability benefit that spares them all deductions. `kind` is
    single, couple or whatever the scheme has bands for. `second_adult` is the one other grown-up who counts, where
    there is no partner; exempt where they have pension credit or such. `gross` is the charge before discounts.
    """

    liability: int
    days: int = 365
    band: str | None = None
    bedrooms: int = 0
    disabled_relief: bool = False
    applicable: int = 0
    income: int = 0
    capital: int = 0
    non_dependants: tuple[NonDependant, ...] = ()
    guarantee: bool = False
    spared: bool = False
    kind: str = ""
    gross: int | None = None
    second_adult: NonDependant | None = None

    def __post_init__(self):
        for name, words in (("liability", "The liability"), ("applicable", "The applicable amount"),
                            ("income", "Weekly income"), ("capital", "Capital")):  # fmt: skip
            if getattr(self, name) < 0:
                raise ValueError(f"{words} cannot be below nought")
        if self.days not in (365, 366):
            raise ValueError("A year has 365 days, or 366 where it has a 29 February")
        if not 0 <= self.bedrooms <= 20:
            raise ValueError("The bedrooms that are needed must be from 0 to 20")
        if self.band is not None:
            bands.known(self.band)
