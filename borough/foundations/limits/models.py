"""How often somebody did something lately."""

from django.db import models


class Window(models.Model):
    """A count that starts with the first hit and ends after some seconds. The table is UNLOGGED: quick, and a crash
    of the database forgets it, which costs nobody anything."""

    key = models.CharField(max_length=120, primary_key=True)  # scope and a keyed hash of who; never who
    ends_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()

    def __str__(self):
        return self.key
