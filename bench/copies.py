"""More of what is there: rows copied in the database many times over, each copy with numbers of its own."""

from django.db import connection

STEP = 10_000_000  # between the numbers of one copy and those of the next


def copy(fresh: dict, first: int, last: int, *, where: dict | None = None) -> None:
    """Copies `first` to `last` of every row of the models; `where` says of a model which rows (o).

    `fresh` says of each model what has to be a copy's own: column → an expression of the old row (o) and the number
    of the copy (k). Triggers are asleep meanwhile, and keys are not looked up row by row.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for model, own in fresh.items():
            columns = [field.column for field in model._meta.concrete_fields]
            values = ", ".join(own.get(column, f'o."{column}"') for column in columns)
            names, table = ", ".join(f'"{column}"' for column in columns), model._meta.db_table
            chosen = (where or {}).get(model, "true")
            cursor.execute(
                f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" o, generate_series(%s, %s) k '
                f"WHERE {chosen}",
                [first, last],
            )
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")


def moved(*columns: str, after: int = 0) -> dict:
    """Numbers of the copy's own, in each of these columns; `after` so many copies of another kind."""
    return {column: f'o."{column}" + (k + {after}) * {STEP}::bigint' for column in columns}
