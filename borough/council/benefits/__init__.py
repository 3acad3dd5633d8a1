"""Council tax reduction: schemes as files, and what a household is awarded under one. `rules` are pure."""
