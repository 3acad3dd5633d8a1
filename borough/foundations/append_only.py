"""Tables whose rows are only ever added to: what was said in public stays said."""

from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION rows_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE FUNCTION column_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) -> TG_ARGV[0] IS DISTINCT FROM to_jsonb(NEW) -> TG_ARGV[0] THEN
        RAISE EXCEPTION '%.% never changes', TG_TABLE_NAME, TG_ARGV[0]
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""


def keep(*tables: str) -> migrations.RunSQL:
    """The migration after which the database refuses to change or delete a row of these tables."""
    make = [
        f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION rows_only_added();"
        for table in tables
    ]
    undo = [f"DROP TRIGGER {table}_keep ON {table};" for table in tables]
    return migrations.RunSQL(FUNCTION + "\n".join(make), "\n".join(undo))


def fix(table: str, column: str) -> migrations.RunSQL:
    """The migration after which a column keeps the value that its row began with."""
    name = f"{table}_{column}_fixed"
    make = (
        f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION column_never_changes('{column}');"
    )
    return migrations.RunSQL(FUNCTION + make, f"DROP TRIGGER {name} ON {table};")
