"""What is listed, as a spreadsheet that runs nothing."""

import csv
from io import StringIO

from django.urls import reverse

from borough.casework import sheets
from borough.foundations.audit.models import AuditEvent

from . import world


def test_it_lists_what_the_page_lists(client, form, ann, zoe):
    urgent = world.case(form, world.person(name='=HYPERLINK("http://evil.example")'))
    world.case(form)
    urgent.priority = "urgent"
    urgent.save()
    world.sign_in(client, ann)
    response = client.get(reverse("casework:cases_csv"), {"priority": "urgent"})
    assert response["Content-Disposition"].startswith("attachment")
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == sheets.HEADINGS
    assert [row[0] for row in rows[1:]] == [urgent.reference]
    assert rows[1][1].startswith("'=")
    assert AuditEvent.objects.filter(action="cases.listed", actor_id=str(ann.pk), data__lines=1).exists()
    world.sign_in(client, zoe)
    assert len(client.get(reverse("casework:cases_csv")).content.decode().splitlines()) == 1
