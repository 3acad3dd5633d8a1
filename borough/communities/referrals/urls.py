from django.urls import path

from . import views

app_name = "referrals"

urlpatterns = [
    path("support/ask/", views.refer, name="refer"),
    path("support/asked/", views.asked, name="asked"),
    path("alliance/referrals/", views.own, name="own"),
    path("alliance/referrals/<int:number>/", views.referral, name="referral"),
    path("alliance/referrals/<int:number>/<slug:name>/", views.step, name="step"),
    path("work/referrals/", views.work, name="work"),
    path("work/helpline/", views.calls, name="calls"),
    path("work/helpline/call/", views.call, name="call"),
    path("work/helpline/call/<int:number>/", views.call, name="ring_back"),
]
