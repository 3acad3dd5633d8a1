from django.urls import path

from . import views

app_name = "learning"

urlpatterns = [
    path("support/sessions/", views.public, name="public"),
    path("support/sessions/booked/", views.booked, name="booked"),
    path("support/sessions/<int:number>/", views.book, name="book"),
    path("alliance/sessions/", views.work, name="work"),
    path("alliance/sessions/plan/", views.plan, name="plan"),
    path("alliance/sessions/<int:number>/", views.session, name="session"),
    path("alliance/sessions/<int:number>/add/", views.add, name="add"),
    path("alliance/sessions/<int:number>/register/", views.register, name="register"),
    path("alliance/people/<uuid:person>/", views.person, name="person"),
    path("alliance/people/<uuid:person>/check/", views.check, name="check"),
]
