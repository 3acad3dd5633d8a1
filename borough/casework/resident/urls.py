"""The resident's own pages, under /your-applications/."""

from django.urls import path

from .views import case, find, mine, moving, paper, write

app_name = "resident"
HOME = "your-applications/"
CASE = f"{HOME}<str:reference>/"

urlpatterns = [
    path(HOME, mine.mine, name="mine"),
    path(f"{HOME}find/", find.find, name="find"),
    path(f"{HOME}find/code/", find.code, name="code"),
    path(f"{HOME}close/", find.close, name="close"),
    path(f"{HOME}carry-on/<uuid:pk>/", mine.carry_on, name="carry_on"),
    path(CASE, case.show, name="case"),
    path(f"{CASE}answers.pdf", paper.answers, name="paper"),
    path(f"{CASE}write/", write.write, name="write"),
    path(f"{CASE}moves/<slug:name>/", moving.move, name="move"),
]
