"""The published JSON Schema of service.yaml, for completion in an editor."""

from . import sections
from .model import Service


def schema() -> dict:
    """One schema: what every room adds to a service included."""
    whole = Service.model_json_schema()
    for key, section in sections.registered.items():
        part = section.shape.json_schema(ref_template=f"#/$defs/{key}.{{model}}")
        for name, definition in part.pop("$defs", {}).items():
            whole["$defs"][f"{key}.{name}"] = definition
        whole["properties"][key] = part
        if section.required:
            whole["required"].append(key)
    whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    whole["title"] = "A service in Borough"
    return whole
