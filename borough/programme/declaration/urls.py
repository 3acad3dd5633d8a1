from django.urls import path

from . import views, work

app_name = "declaration"

urlpatterns = [
    path("programme/declaration/", views.declaration, name="declaration"),
    path("programme/declaration/<int:year>/", views.statement, name="statement"),
    path("services/<slug:slug>/standard/", views.standard, name="standard"),
    path("work/declaration/", work.declaration, name="work"),
    path("work/declaration/evidence/", work.evidence, name="evidence"),
    path("work/declaration/evidence/<int:pk>/", work.withdraw, name="withdraw"),
    path("work/declaration/project/", work.project, name="project"),
    path("work/declaration/project/<int:pk>/", work.status, name="status"),
    path("work/declaration/statement/", work.sign, name="sign"),
    path("work/standard/<slug:slug>/", work.assess, name="assess"),
]
