"""What ties a loan to the wipe and the check before it, and a wipe to the loan it cleaned up after."""

from django.db import migrations

# A loan points at a clearance of its own device that passed, by its own moment of checking. A clearance points at a
# loan of its own device that ended, by its moment of ending: with "once after a loan" and "a clearance is lent on
# once" this leaves no way to lend what was not wiped and checked since its last loan.
MAKE = """
ALTER TABLE devices_loan ADD CONSTRAINT loan_lent_on_its_clearance
    FOREIGN KEY (clearance_id, device_id, cleared, cleared_at)
    REFERENCES devices_clearance (id, device_id, passed, checked_at) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE devices_clearance ADD CONSTRAINT clearance_after_its_loan
    FOREIGN KEY (after_loan_id, device_id, after_ended_at)
    REFERENCES devices_loan (id, device_id, ended_at) DEFERRABLE INITIALLY IMMEDIATE;
"""
UNDO = """
ALTER TABLE devices_clearance DROP CONSTRAINT clearance_after_its_loan;
ALTER TABLE devices_loan DROP CONSTRAINT loan_lent_on_its_clearance;
"""


class Migration(migrations.Migration):
    dependencies = [("devices", "0001_initial")]
    operations = [migrations.RunSQL(MAKE, UNDO)]
