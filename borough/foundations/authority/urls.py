from django.urls import path

from . import views

urlpatterns = [path("authority.css", views.stylesheet, name="authority-stylesheet")]
