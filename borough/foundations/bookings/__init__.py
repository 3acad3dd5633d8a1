"""Times that people book: each diary's time has so many places, and a place is somebody's or nobody's."""
