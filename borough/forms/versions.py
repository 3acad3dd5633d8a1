"""A version of a service is its content: the same content is the same version."""

from .definition.load import Loaded
from .models import DefinitionVersion


class HasFaults(Exception):
    """The definition cannot be published. `.faults` says why."""

    def __init__(self, faults):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def keep(loaded: Loaded) -> DefinitionVersion:
    """The row of this content, made if it is new. It is not live by being kept."""
    if loaded.faults:
        raise HasFaults(loaded.faults)
    row, _ = DefinitionVersion.objects.get_or_create(
        slug=loaded.slug,
        hash=loaded.hash,
        defaults={
            "data": loaded.data,
            "source": loaded.source,
            "catalogues": loaded.catalogues,
            "translations": loaded.translations,
        },
    )
    return row
