from django.urls import path

from . import views
from .pay import views as pay

urlpatterns = [
    path("", views.index, name="demonstration"),
    path("become/<str:key>/", views.become, name="demonstration_become"),
    path("stop/", views.stop, name="demonstration_stop"),
    path("pay/<uuid:key>/", pay.page, name="demonstration_pay"),
    path("map/<int:zoom>/<int:x>/<int:y>.svg", views.tile, name="demonstration_tile"),
    path("messages/", views.messages, name="demonstration_messages"),
]
