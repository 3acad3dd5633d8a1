"""A column of our own."""

from django.db import models
from psycopg.types.json import Json


class OrderedJSONField(models.JSONField):
    """JSON whose keys stay in their order. PostgreSQL's `jsonb` sorts them, and officers see moves in theirs."""

    def db_type(self, connection):
        return "json"

    def get_db_prep_value(self, value, connection, prepared=False):
        return Json(value)

    def from_db_value(self, value, expression, connection):
        return value  # psycopg has read it
