"""Makes pages from scraps of template, as the rooms above do."""

from django.template import engines

from borough.foundations.authority.details import Authority

COUNCIL = Authority(name="Testham", full_name="Testham Council", phone="0161 496 0001", email="hello@testham.example")


def scrap(source: str, **context) -> str:
    return engines["jinja2"].from_string(source).render({"authority": COUNCIL, **context})
