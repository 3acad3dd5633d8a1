"""Stockport's wards by name; what is in them is made up. The Post Office does not use SK71 to SK91."""

from random import Random

from borough.foundations.gazetteer.models import Address, Street, Ward

from .names import KINDS_OF_STREET, LAST, STREETS, TRADES

# (ward, town): the wards since 2023.
WARDS = (
    ("Bramhall North", "Bramhall"), ("Bramhall South & Woodford", "Bramhall"), ("Bredbury & Woodley", "Bredbury"),
    ("Bredbury Green & Romiley", "Romiley"), ("Brinnington & Stockport Central", "Stockport"),
    ("Cheadle East & Cheadle Hulme North", "Cheadle"), ("Cheadle Hulme South", "Cheadle Hulme"),
    ("Cheadle West & Gatley", "Cheadle"), ("Davenport & Cale Green", "Stockport"), ("Edgeley", "Stockport"),
    ("Hazel Grove", "Hazel Grove"), ("Heald Green", "Heald Green"), ("Heatons North", "Heaton Moor"),
    ("Heatons South", "Heaton Mersey"), ("Manor", "Stockport"), ("Marple North", "Marple"),
    ("Marple South & High Lane", "Marple"), ("Norbury & Woodsmoor", "Hazel Grove"), ("Offerton", "Offerton"),
    ("Reddish North", "Reddish"), ("Reddish South", "Reddish"),
)  # fmt: skip
STREETS_IN_ALL = 125
ON_A_STREET = 16  # and so 2,000 in all
FIRST_UPRN = 990_000_000_001
FIRST_USRN = 99_000_001
INWARD = "ABDEFGHJLNPQRSTUWXYZ"


def load(rng: Random) -> tuple[list[Address], list[Address]]:
    """(homes, businesses). Each street has its own postcode; every other street begins with a business."""
    wards = [Ward(slug=_slug(name), name=name) for name, _ in WARDS]
    Ward.objects.bulk_create(wards)
    names = rng.sample([f"{name} {kind}" for name in STREETS for kind in KINDS_OF_STREET], STREETS_IN_ALL)
    streets, addresses = [], []
    for at, name in enumerate(names):
        number, town = at % len(WARDS), WARDS[at % len(WARDS)][1]
        street = Street(usrn=FIRST_USRN + at, name=name, town=town)
        streets.append(street)
        for place in range(ON_A_STREET):
            uprn = FIRST_UPRN + at * ON_A_STREET + place
            business = _business(rng, name) if place == 0 and at % 2 == 0 else ""
            latitude, longitude = _where(rng, number)
            addresses.append(
                Address(
                    uprn=uprn, organisation=business, line_1=f"{place * 2 + 1 + at % 2} {name}", town=town,
                    postcode=_postcode(at), street=street, ward=wards[number], latitude=latitude, longitude=longitude,
                )
            )  # fmt: skip
    Street.objects.bulk_create(streets)
    Address.objects.bulk_create(addresses, batch_size=1_000)
    return [a for a in addresses if not a.organisation], [a for a in addresses if a.organisation]


def _slug(name: str) -> str:
    return name.lower().replace(" & ", "-and-").replace(" ", "-")


def _postcode(street: int) -> str:
    ward, turn = street % len(WARDS), street // len(WARDS)
    return f"SK{71 + ward} {turn + 1}A{INWARD[ward % len(INWARD)]}"


def _business(rng: Random, street: str) -> str:
    kind = rng.choice(sorted(TRADES))
    return rng.choice(TRADES[kind]).format(last=rng.choice(LAST), street=street.split()[0])


def _where(rng: Random, ward: int) -> tuple[float, float]:
    """Somewhere in a square of the borough's map: made up, but each ward's addresses lie together."""
    row, column = divmod(ward, 5)
    return round(53.36 + row * 0.018 + rng.random() * 0.016, 6), round(-2.23 + column * 0.034 + rng.random() * 0.03, 6)
