"""Editors complete service.yaml from services/schema.json, which is what the code means today."""

import json

from django.conf import settings

from borough.forms.definition.schema import schema


def test_the_schema_file_is_todays():
    kept = json.loads((settings.SERVICES / "schema.json").read_text())
    assert kept == json.loads(json.dumps(schema())), "Run: .venv/bin/borough services schema > services/schema.json"


def test_every_service_names_it():
    for path in settings.SERVICES.glob("*/service.yaml"):
        assert path.read_text().startswith("# yaml-language-server: $schema=../schema.json\n"), path
