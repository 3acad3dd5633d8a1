"""What the rooms above may listen to: a case that moved, in the same transaction."""

from borough.foundations.people.registry import Handlers

moved = Handlers()  # fn(*, case, move, by): after the case moved; raising undoes the move
