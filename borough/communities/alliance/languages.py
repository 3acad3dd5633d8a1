"""Languages in which somebody can be helped: ISO 639-1 codes, and their names in English."""

NAMES = {
    "en": "English", "ar": "Arabic", "bn": "Bengali", "cy": "Welsh", "fa": "Farsi", "fr": "French", "pa": "Punjabi",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "so": "Somali", "uk": "Ukrainian", "ur": "Urdu",
    "zh": "Chinese", "bsl": "British Sign Language",
}  # fmt: skip
CHOICES = list(NAMES.items())
