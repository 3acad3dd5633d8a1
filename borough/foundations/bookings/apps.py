from django.apps import AppConfig


class Bookings(AppConfig):
    name = "borough.foundations.bookings"
    label = "bookings"
