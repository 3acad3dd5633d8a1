"""Emptying the database after a test by deleting the rows it left.

Django truncates every table and makes permissions anew, which takes seconds; a test leaves some tens of rows.
"""

from django.db import connection


def tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def with_rows(names) -> list[str]:
    quoted = [connection.ops.quote_name(name) for name in names]
    asked = " UNION ALL ".join(f"SELECT %s WHERE EXISTS (SELECT 1 FROM {name})" for name in quoted)
    with connection.cursor() as cursor:
        cursor.execute(asked, list(names))
        return [name for (name,) in cursor.fetchall()]


def pages() -> list[tuple[int, int]]:
    """(id, how many pages are below it) of what the migrations made: Wagtail keeps every page in one table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, numchild FROM wagtailcore_page")
        return cursor.fetchall()


def empty(names, pages) -> None:
    """Delete every row of these tables, past foreign keys and past what keeps the audit trail; and all other pages."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for name in with_rows(names):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")
        cursor.execute("DELETE FROM wagtailcore_page WHERE NOT id = ANY(%s)", [[id for id, _ in pages]])
        for id, below in pages:
            cursor.execute("UPDATE wagtailcore_page SET numchild = %s WHERE id = %s", [below, id])
        cursor.execute("SET session_replication_role = DEFAULT")
