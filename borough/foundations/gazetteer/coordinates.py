"""Between metres on the National Grid and degrees (WGS 84). Pure.

The formulas and constants are Ordnance Survey's, from “A guide to coordinate systems in Great Britain” (section 6.6,
annexes B and C). Its seven-parameter shift is right to about 5 metres.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan
from typing import NamedTuple

EAST, NORTH = 700_000, 1_300_000  # metres: the grid ends there


class Ellipsoid(NamedTuple):
    a: float  # half the longer axis, in metres
    b: float  # half the shorter

    @property
    def e2(self) -> float:
        return 1 - (self.b / self.a) ** 2


AIRY = Ellipsoid(6_377_563.396, 6_356_256.909)
WGS84 = Ellipsoid(6_378_137.000, 6_356_752.3141)
SHIFT = (446.448, -125.157, 542.060)  # from Airy to WGS 84, in metres
TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
SCALE = -20.4894e-6

F0, E0, N0 = 0.9996012717, 400_000, -100_000
PHI0, LAMBDA0 = radians(49), radians(-2)


def on_grid(easting: float, northing: float) -> bool:
    return 0 <= easting < EAST and 0 <= northing < NORTH


def metres(latitude: float, longitude: float) -> tuple[int, int]:
    """Easting and northing, to a metre. Raises ValueError off the grid."""
    phi, lam = _shifted(radians(latitude), radians(longitude), WGS84, AIRY, back=True)
    easting, northing = _projected(phi, lam)
    if not on_grid(round(easting), round(northing)):
        raise ValueError(f"{latitude} {longitude}")
    return round(easting), round(northing)


def latitude_longitude(easting: int, northing: int) -> tuple[float, float]:
    """In degrees, to 6 decimals, which is 10 cm. Raises ValueError off the grid."""
    if not on_grid(easting, northing):
        raise ValueError(f"{easting} {northing}")
    phi, lam = _shifted(*_unprojected(easting, northing), AIRY, WGS84, back=False)
    return round(degrees(phi), 6), round(degrees(lam), 6)


def _shifted(phi, lam, here: Ellipsoid, there: Ellipsoid, *, back: bool):
    """The same place on another ellipsoid."""
    nu = here.a / sqrt(1 - here.e2 * sin(phi) ** 2)
    x, y, z = nu * cos(phi) * cos(lam), nu * cos(phi) * sin(lam), nu * (1 - here.e2) * sin(phi)
    sign = -1 if back else 1
    (tx, ty, tz), (rx, ry, rz), s = SHIFT, TURN, 1 + sign * SCALE
    rx, ry, rz = sign * rx, sign * ry, sign * rz
    x, y, z = (
        sign * tx + x * s - y * rz + z * ry,
        sign * ty + x * rz + y * s - z * rx,
        sign * tz - x * ry + y * rx + z * s,
    )
    flat = hypot(x, y)
    phi = atan2(z, flat * (1 - there.e2))
    for _ in range(6):  # each time nearer: after six, within a tenth of a millimetre
        nu = there.a / sqrt(1 - there.e2 * sin(phi) ** 2)
        phi = atan2(z + there.e2 * nu * sin(phi), flat)
    return phi, atan2(y, x)


def _curves(phi):
    """ν, ρ and η² at a latitude of the Airy ellipsoid."""
    nu = AIRY.a * F0 / sqrt(1 - AIRY.e2 * sin(phi) ** 2)
    rho = AIRY.a * F0 * (1 - AIRY.e2) * (1 - AIRY.e2 * sin(phi) ** 2) ** -1.5
    return nu, rho, nu / rho - 1


def _meridian(phi):
    """Metres along the meridian from the true origin."""
    n = (AIRY.a - AIRY.b) / (AIRY.a + AIRY.b)
    less, more = phi - PHI0, phi + PHI0
    return (AIRY.b * F0) * (
        (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
        - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
        + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
        - (35 / 24 * n**3) * sin(3 * less) * cos(3 * more)
    )


def _projected(phi, lam):
    nu, rho, eta2 = _curves(phi)
    t2, d = tan(phi) ** 2, lam - LAMBDA0
    northing = (
        _meridian(phi)
        + N0
        + nu / 2 * sin(phi) * cos(phi) * d**2
        + nu / 24 * sin(phi) * cos(phi) ** 3 * (5 - t2 + 9 * eta2) * d**4
        + nu / 720 * sin(phi) * cos(phi) ** 5 * (61 - 58 * t2 + t2**2) * d**6
    )
    easting = (
        E0
        + nu * cos(phi) * d
        + nu / 6 * cos(phi) ** 3 * (nu / rho - t2) * d**3
        + nu / 120 * cos(phi) ** 5 * (5 - 18 * t2 + t2**2 + 14 * eta2 - 58 * t2 * eta2) * d**5
    )
    return easting, northing


def _unprojected(easting, northing):
    phi = PHI0
    while abs(left := northing - N0 - _meridian(phi)) > 1e-5:
        phi += left / (AIRY.a * F0)
    nu, rho, eta2 = _curves(phi)
    t, t2, sec, d = tan(phi), tan(phi) ** 2, 1 / cos(phi), easting - E0
    latitude = (
        phi
        - t / (2 * rho * nu) * d**2
        + t / (24 * rho * nu**3) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) * d**4
        - t / (720 * rho * nu**5) * (61 + 90 * t2 + 45 * t2**2) * d**6
    )
    longitude = (
        LAMBDA0
        + sec / nu * d
        - sec / (6 * nu**3) * (nu / rho + 2 * t2) * d**3
        + sec / (120 * nu**5) * (5 + 28 * t2 + 24 * t2**2) * d**5
        - sec / (5040 * nu**7) * (61 + 662 * t2 + 1320 * t2**2 + 720 * t2**3) * d**7
    )
    return latitude, longitude
