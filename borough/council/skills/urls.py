from django.urls import path

from . import views

app_name = "skills"

urlpatterns = [
    path("work/skills/", views.own, name="own"),
    path("work/skills/answer/", views.answer, name="answer"),
    path("work/skills/list-me/", views.list_me, name="list_me"),
    path("work/skills/taken/", views.taken, name="taken"),
    path("work/skills/forget/", views.forget, name="forget"),
    path("work/skills/champions/", views.champions, name="champions"),
    path("work/skills/seen/", views.seen, name="seen"),
    path("work/skills/course/", views.course, name="course"),
    path("work/skills/team/<slug:slug>/", views.team, name="team"),
]
