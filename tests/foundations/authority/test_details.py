from borough.foundations.authority.details import details


def test_a_council_that_said_nothing_is_plain_borough(settings):
    settings.AUTHORITY = {}
    assert details().name == "Borough"
    assert not details().recoloured


def test_what_the_council_says_is_what_pages_show(settings, client, db):
    settings.AUTHORITY = {"name": "Testham", "phone": "0161 496 0002"}
    words = client.get("/").content.decode()
    assert "Testham" in words
    assert "0161 496 0002" in words
    assert "authority.css" not in words


def test_its_own_colour_is_a_stylesheet_of_its_own(settings, client, db):
    settings.AUTHORITY = {"colour": "#7a1f5c", "colour_dark": "#4d123a"}
    assert '<link rel="stylesheet" href="/authority.css?7a1f5c-4d123a">' in client.get("/").content.decode()
    answer = client.get("/authority.css")
    assert answer["Content-Type"].startswith("text/css")
    assert "--govuk-brand-colour:#7a1f5c" in answer.content.decode()
    assert "immutable" in answer["Cache-Control"]
