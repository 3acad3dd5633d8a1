"""Where the points of a line chart lie: pure arithmetic, drawn by components/chart.html."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

WIDE, HIGH = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 64, 12, 14, 30
MOST = 60  # points: more could not be told apart


@dataclass(frozen=True)
class Chart:
    """Paths in a box of WIDE by HIGH. A day without a number parts the line."""

    lines: list[str]  # SVG paths
    dots: list[tuple[float, float]]
    ticks: list[tuple[float, Decimal]]  # (y, value)
    days: list[tuple[float, datetime.date, str]]  # (x, day, where the text is anchored)
    target: float | None  # its y
    wide: int = WIDE
    high: int = HIGH
    left: int = LEFT
    right: int = WIDE - RIGHT
    foot: int = HIGH - BOTTOM


def thin(points: list[tuple[datetime.date, Decimal | None]]) -> list:
    """At most MOST of them, evenly, the first and the last among them."""
    if len(points) <= MOST:
        return points
    step = (len(points) - 1) / (MOST - 1)
    return [points[round(at * step)] for at in range(MOST)]


def chart(points: list[tuple[datetime.date, Decimal | None]], target: Decimal | None = None) -> Chart | None:
    """From (day, value), oldest first. None where fewer than two have a value."""
    points = thin(points)
    known = [value for _, value in points if value is not None]
    if len(known) < 2:
        return None
    ticks = steps(max(*known, target or 0), min(*known, target if target is not None else known[0], 0))
    low, high = ticks[0], ticks[-1]
    first, last = points[0][0], points[-1][0]

    def x(day):
        return round(LEFT + (WIDE - LEFT - RIGHT) * (day - first).days / max((last - first).days, 1), 1)

    def y(value):
        return round(float(HIGH - BOTTOM - (HIGH - BOTTOM - TOP) * (value - low) / (high - low)), 1)

    lines, dots, run = [], [], []
    for day, value in [*points, (last, None)]:
        if value is not None:
            run.append((x(day), y(value)))
            continue
        if len(run) > 1:
            lines.append("M" + "L".join(f"{at} {to}" for at, to in run))
        dots += run
        run = []
    middle = first + (last - first) / 2
    days = [(x(first), first, "start"), (x(middle), middle, "middle"), (x(last), last, "end")]
    return Chart(lines, dots, [(y(tick), tick) for tick in ticks], days, y(target) if target is not None else None)


def steps(top: Decimal, low: Decimal = Decimal(0)) -> list[Decimal]:
    """Three to seven round numbers from at most `low` to at least `top`."""
    top, low = Decimal(top), Decimal(low)
    size = (top - low) or Decimal(1)
    unit = Decimal(10) ** (size.adjusted() - 1)
    for factor in (1, 2, 5, 10, 20, 50, 100):
        step = unit * factor
        if size / step <= 5:
            break
    start = (low / step).to_integral_value("ROUND_FLOOR") * step
    found = [start]
    while found[-1] < top or len(found) < 2:
        found.append(found[-1] + step)
    return found
