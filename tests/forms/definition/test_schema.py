"""The JSON Schema that editors complete by."""

from borough.forms.definition.schema import schema


def test_it_has_what_every_room_adds():
    found = schema()
    assert {"title", "pages", "workflow", "measures", "deadline"} <= found["properties"].keys()
    assert {"title", "pages", "workflow"} <= set(found["required"])


def test_every_reference_in_it_is_there():
    found = schema()

    def references(part):
        if isinstance(part, dict):
            if isinstance(part.get("$ref"), str):
                yield part["$ref"]
            for value in part.values():
                yield from references(value)
        elif isinstance(part, list):
            for value in part:
                yield from references(value)

    assert {ref.removeprefix("#/$defs/") for ref in references(found)} <= found["$defs"].keys()


def test_it_is_served(client, db):
    assert client.get("/schema/service.json").json()["title"] == "A service in Borough"
