"""What each valuation band is charged, as ninths of band D.

Section 5(1) of the Act gives the proportions. A- is what a dwelling in band A is charged with disabled relief: one
ninth of band D less (regulation 4 of the Council Tax (Reductions for Disabilities) Regulations 1992, SI 1992/554, as
amended).
"""

from collections.abc import Mapping
from fractions import Fraction

from .money import half_up

NINTHS = {"A-": 5, "A": 6, "B": 7, "C": 8, "D": 9, "E": 11, "F": 13, "G": 15, "H": 18}
BANDS = tuple(NINTHS)[1:]  # as in the valuation list


def known(band: str) -> str:
    """The band as we write it. Raises ValueError: there is none of that name."""
    found = str(band).strip().upper()
    if found not in BANDS:
        raise ValueError(f"There is no band “{str(band)[:20]}”. Bands in England are A to H")
    return found


def lowered(band: str) -> str:
    """The band that a dwelling is charged as with disabled relief: the next one below."""
    order = tuple(NINTHS)
    return order[order.index(known(band)) - 1]


def basic_amount(requirement: int, base: Fraction) -> int:
    """Pence of band D: what the council must raise, in pence, by the homes that stand for band D (section 31B)."""
    if base <= 0:
        raise ValueError("The tax base must be above nought")
    return half_up(requirement / base)


def charge(band_d: int, band: str) -> int:
    """Pence for a year in a band, of one authority's band D amount; A- too."""
    return half_up(Fraction(band_d * NINTHS[band], 9))


def charges(parts: Mapping[str, int], band: str) -> dict[str, int]:
    """{authority: pence}, each rounded by itself; the charge is their sum.

    Sections 30, 36 and 47 of the Act: each authority sets its amount for each band, and the bill adds them up.
    """
    return {authority: charge(band_d, band) for authority, band_d in parts.items()}
