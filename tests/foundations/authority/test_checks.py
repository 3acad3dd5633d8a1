from borough.foundations.authority.checks import authority


def said(settings, **council):
    settings.AUTHORITY = council
    return [(found.id, found.msg) for found in authority(None)]


def test_an_unknown_detail_is_named(settings):
    assert said(settings, colours="red") == [("authority.E1", "AUTHORITY has colours, which means nothing.")]


def test_what_is_no_colour_is_named(settings):
    ((found, words),) = said(settings, colour="teal")
    assert found == "authority.E2"
    assert "teal" in words


def test_a_colour_that_people_cannot_read_is_named(settings):
    ((found, words),) = said(settings, colour="#66cccc")
    assert found == "authority.W1"
    assert "4.5 to 1" in words


def test_our_own_are_fine(settings):
    assert said(settings) == []
