"""Telling back offices what happened: a signed POST for each event. See docs/how-to/send-answers-on.md."""
