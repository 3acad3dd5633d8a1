"""What council, partners and residents do together: the alliance, referrals, learning, and the device library."""
