"""Digitally included, as a rule over dated facts and not a feeling."""
