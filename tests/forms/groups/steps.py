"""Going through the street party, up to and past its lists."""

YOU = [
    ("your-name", {"your_name": "Ada Example"}),
    ("your-email", {"your_email": "ada@example.org"}),
    ("music", {"music": "no"}),
]


def go(client, *steps, then: str = "") -> None:
    """Answer these pages: (path, what to type). The last leads to `then`, where that is given."""
    for path, typed in steps:
        response = client.post(f"/apply/party/{path}", typed)
        assert response.status_code == 302, response.content.decode()
    if then:
        assert response["Location"].endswith(then), response["Location"]


def add(client, name: str, cost: str) -> str:
    """Add a stall without food. Its key."""
    place = client.post("/apply/party/stalls", {"stalls_more": "yes"})["Location"]
    base = place.removeprefix("/apply/party/").removesuffix("stall-name")
    go(client, (base + "stall-name", {"stall_name": name}), (base + "stall-food", {"food": "no"}))
    go(client, (base + "stall-cost", {"cost": cost}), then="/apply/party/stalls")
    return base.split("/")[1]


def no_more(client, then: str = "/apply/party/helpers") -> None:
    go(client, ("stalls", {"stalls_more": "no"}), then=then)
