"""How many grown-ups count, and the discount that follows: sections 11 and 79, and Schedule 1 to the Act."""

from collections.abc import Iterable
from fractions import Fraction

# Who is not counted: Schedule 1 to the Act, and SI 1992/548 and 1992/552.
DISREGARDED = {
    "child_benefit": "18, and child benefit is paid for them", "school_leaver": "Under 20, left school after April",
    "student": "A full-time student", "student_nurse": "A student nurse", "apprentice": "An apprentice on low pay",
    "youth_trainee": "Under 25, in youth training", "language_assistant": "A foreign language assistant",
    "student_spouse": "The partner of a student, who may not work or claim here", "detained": "In prison or detained",
    "impaired": "Severely mentally impaired", "patient": "Lives in a hospital", "care_home": "Lives in a care home",
    "care_worker": "A care worker who lives in, on low pay", "carer": "Cares 35 hours a week for somebody there",
    "hostel": "Lives in a hostel or night shelter", "religious": "Of a religious community, without income",
    "visiting_forces": "Of visiting armed forces", "international": "Of an international body, or a diplomat",
}  # fmt: skip


def discount(adults: Iterable[str]) -> Fraction:
    """Per cent off for those of 18 or over whose only or main home it is; each is "" or a key of DISREGARDED.

    A quarter where one counts, half where nobody does (section 11(1) and (2)). For a home in which nobody lives see
    `premiums` and the council's own discount. Raises ValueError: no such key, or nobody lives there.
    """
    adults = list(adults)
    if not adults:
        raise ValueError("Nobody lives there, so another rule decides: an empty home or a second home")
    if strange := [one for one in adults if one and one not in DISREGARDED]:
        raise ValueError(f"There is no reason “{strange[0][:20]}”. Use one of: {', '.join(DISREGARDED)}")
    counted = sum(not one for one in adults)
    return Fraction({0: 50, 1: 25}.get(counted, 0))
