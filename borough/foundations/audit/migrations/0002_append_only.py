"""The database itself keeps the trail: no UPDATE, no TRUNCATE, and DELETE only by `audit_purge`, only past seven years.

The trigger checks each row's age too, so setting the flag by hand still deletes nothing young. Django's own tests empty
tables with TRUNCATE, so that is let through in a database whose name begins `test_`.
"""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION audit_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND starts_with(current_database(), 'test_') THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' AND current_setting('borough.audit_purge', true) = 'on'
            AND OLD.at < now() - interval '7 years' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER audit_keep_rows BEFORE UPDATE OR DELETE ON audit_auditevent
    FOR EACH ROW EXECUTE FUNCTION audit_keep();
CREATE TRIGGER audit_keep_table BEFORE TRUNCATE ON audit_auditevent
    FOR EACH STATEMENT EXECUTE FUNCTION audit_keep();

CREATE FUNCTION audit_purge(before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    gone bigint;
BEGIN
    IF before > now() - interval '7 years' + interval '1 day' THEN
        RAISE EXCEPTION 'audit events are kept for seven years' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    PERFORM set_config('borough.audit_purge', 'on', true);
    DELETE FROM audit_auditevent WHERE at < least(before, now() - interval '7 years');
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('borough.audit_purge', 'off', true);
    RETURN gone;
END $$;
"""

BACKWARDS = """
DROP FUNCTION audit_purge(timestamptz);
DROP TRIGGER audit_keep_rows ON audit_auditevent;
DROP TRIGGER audit_keep_table ON audit_auditevent;
DROP FUNCTION audit_keep();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
