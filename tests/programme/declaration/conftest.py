from tests.forms.conftest import _nothing_kept, bike  # noqa: F401
