from django.urls import path

from . import views

app_name = "gazetteer"
urlpatterns = [path("find-address/", views.find_address, name="find_address")]
