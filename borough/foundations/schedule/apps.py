from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class Schedule(AppConfig):
    name = "borough.foundations.schedule"
    label = "schedule"

    def ready(self):
        autodiscover_modules("jobs")
