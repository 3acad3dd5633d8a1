"""The directory as Open Referral UK (HSDS 3.0), read by anybody's program at /api/open-referral/."""
