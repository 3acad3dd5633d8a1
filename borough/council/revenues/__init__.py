"""Council tax: what a dwelling is charged, why, and when it is payable. `rules` are pure: no database, no clock."""
