from django.apps import AppConfig


class Schedule(AppConfig):
    name = "borough.foundations.schedule"
    label = "schedule"
