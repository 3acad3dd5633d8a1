"""Rows found and added by statements written once for each model, for what every page of a form does.

The ORM writes its SQL anew each time, which costs several times what PostgreSQL takes to answer. The models stay the
one place that says what a row is: columns, how values are kept, defaults.
"""

from functools import cache

from django.db import connection
from django.db.models import Model


def one(model: type[Model], *, lock: bool = False, **by):
    """The row where a unique column, one, has a value: `one(Journey, token_hash=...)`. None if there is none.

    `lock` holds it until the transaction ends, as select_for_update does.
    """
    ((column, value),) = by.items()
    with connection.cursor() as cursor:
        cursor.execute(_finding(model, column, lock), [value])
        row = cursor.fetchone()
    if row is None:
        return None
    names, read = _columns(model)
    values = list(row)
    for at, field in read:
        values[at] = field.from_db_value(values[at], None, connection)
    return model.from_db(connection.alias, names, values)


def add(row: Model) -> None:
    """Insert a new row, as save() does, but for signals. Raises IntegrityError."""
    _insert(row, "")


def add_unless_taken(row: Model) -> bool:
    """The same. False if a unique constraint is in its way: nothing of the transaction is undone by that."""
    return _insert(row, " ON CONFLICT DO NOTHING")


def _insert(row, otherwise):
    fields, insert, returning = _adding(type(row))
    with connection.cursor() as cursor:
        values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
        cursor.execute(insert + otherwise + returning, values)
        found = cursor.fetchone()
    if found is None:
        return False
    row.pk, row._state.adding, row._state.db = found[0], False, connection.alias
    return True


@cache
def _columns(model):
    """The names that `from_db` takes, and (position, field) of those that have to be read."""
    fields = model._meta.concrete_fields
    return [f.attname for f in fields], [(at, f) for at, f in enumerate(fields) if hasattr(f, "from_db_value")]


@cache
def _finding(model, column, lock):
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    named = model._meta.get_field(column).column
    statement = f'SELECT {columns} FROM "{model._meta.db_table}" WHERE "{named}" = %s'  # noqa: S608  names of ours
    return statement + (" FOR UPDATE" if lock else "")


@cache
def _adding(model):
    meta = model._meta
    fields = [field for field in meta.concrete_fields if not field.db_returning]  # the database numbers those
    columns, marks = ", ".join(f'"{field.column}"' for field in fields), ", ".join(["%s"] * len(fields))
    statement = f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({marks})'  # noqa: S608  names of ours
    return fields, statement, f' RETURNING "{meta.pk.column}"'
