"""In development a service's file is read as it is saved, and a page says what is wrong with it."""

import os

import pytest

from .. import made

pytestmark = pytest.mark.django_db
SLUG = "borrow-a-bike"


@pytest.fixture
def file(settings, tmp_path):
    settings.SERVICES_RELOAD, settings.SERVICES = True, tmp_path
    path = tmp_path / SLUG / "service.yaml"
    path.parent.mkdir()
    path.write_text(made.BIKE)
    return path


def save(path, text):
    """As an editor does, at a time of its own."""
    before = path.stat().st_mtime_ns
    path.write_text(text)
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_it_is_there_without_publishing(client, file):
    assert "Borrow a bike" in client.get(f"/services/{SLUG}/").content.decode()
    assert "Borrow a bike" in client.get("/services/").content.decode()


def test_a_change_is_seen_on_the_next_request(client, file):
    client.get(f"/services/{SLUG}/")
    save(file, made.bike("Borrow a bike\n", "Borrow two bikes\n"))
    assert "Borrow two bikes" in client.get(f"/services/{SLUG}/").content.decode()


@pytest.mark.parametrize("address", [f"/services/{SLUG}/", f"/apply/{SLUG}/", f"/apply/{SLUG}/who"])
def test_faults_are_shown_with_file_and_line_and_the_page_looks_again(client, file, address):
    save(file, made.bike("go: no-cats", "go: no-dogs <script>"))
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == 500
    assert f"{SLUG}/service.yaml:23" in page
    assert "There is no page" in page or "lower-case letters" in page
    assert '<meta http-equiv="refresh" content="2">' in page
    assert "<script>'" not in page


def test_once_put_right_the_page_works_again(client, file):
    save(file, "title: [")
    assert client.get(f"/apply/{SLUG}/who").status_code == 500
    save(file, made.BIKE + "\n# put right\n")
    assert client.get(f"/apply/{SLUG}/who").status_code == 200


def test_a_form_begun_before_the_fault_goes_on(client, file):
    made.fill(client, answers=made.ANSWERS[:2])
    save(file, "title: [")
    made.fill(client, answers=made.ANSWERS[2:])
    assert client.post(f"/apply/{SLUG}/send")["Location"] == f"/apply/{SLUG}/sent"


def test_one_with_faults_is_left_out_of_the_list(client, file):
    save(file, "title: [")
    assert client.get("/services/").status_code == 200


def test_a_file_taken_away_is_not_found(client, file):
    client.get(f"/services/{SLUG}/")
    file.unlink()
    assert client.get(f"/services/{SLUG}/").status_code == 404
