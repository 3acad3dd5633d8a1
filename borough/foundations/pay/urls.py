from django.urls import path

from .views import order, webhook

app_name = "pay"
urlpatterns = [
    path("pay/webhook/", webhook.receive, name="webhook"),
    path("pay/<str:token>/", order.show, name="order"),
    path("pay/<str:token>/back/", order.back, name="back"),
]
