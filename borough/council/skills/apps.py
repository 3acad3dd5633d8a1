from django.apps import AppConfig


class Skills(AppConfig):
    name = "borough.council.skills"
    label = "skills"

    def ready(self):
        from borough.casework import links

        from . import counting

        counting.declare()
        links.register(link)


def link(user) -> list[dict]:
    return [{"text": "Skills", "href": "/work/skills/", "here": ("skills",)}]
