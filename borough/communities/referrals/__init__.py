"""Referrals from one to another: by a partner, an officer or oneself; and the helpline, where many begin."""
