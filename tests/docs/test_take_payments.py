"""The guide to payment: the parts it tells you to write make a sound service of the market stall."""

import json

from borough.forms.definition import load
from borough.forms.definition.source import read

from .pages import ROOT, blocks

PAGE, STALL = "docs/how-to/take-payments.md", "services/book-a-market-stall/service.yaml"


def test_its_parts_make_a_sound_service():
    stall = read((ROOT / STALL).read_text(encoding="utf-8"), STALL).data
    fees, workflow = (read(part, PAGE).data for part in blocks(PAGE, "yaml"))
    assert fees == {"fees": stall["fees"]}
    messages = {name: stall["messages"][name] for name in ("received", "paid", "refunded")}
    data = stall | workflow | {"messages": messages | {"booked": messages["paid"]}}
    del data["languages"]
    loaded = load.load_text(json.dumps(data, default=str), slug="book-a-market-stall")
    assert [str(fault) for fault in loaded.faults] == []
