from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="demonstration"),
    path("become/<str:key>/", views.become, name="demonstration_become"),
    path("stop/", views.stop, name="demonstration_stop"),
    path("messages/", views.messages, name="demonstration_messages"),
]
