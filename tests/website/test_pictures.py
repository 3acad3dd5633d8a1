import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept():
    names = [default_storage.save("images/arch.png", ContentFile(b"\x89PNG"))]
    names.append(default_storage.save("documents/private.png", ContentFile(b"\x89PNG")))
    names.append(default_storage.save("images/page.html", ContentFile(b"<script>")))
    yield
    for name in names:
        default_storage.delete(name)


def test_a_picture_is_shown_as_a_picture(client):
    answer = client.get("/media/images/arch.png")
    assert b"".join(answer.streaming_content) == b"\x89PNG"
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


@pytest.mark.parametrize(
    "name", ["page.html", "missing.png", "../documents/private.png", "%2e%2e/documents/private.png", "a%00b.png"]
)
def test_nothing_else_is(client, name):
    assert client.get(f"/media/images/{name}").status_code == 404
