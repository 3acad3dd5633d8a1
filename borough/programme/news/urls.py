from django.urls import path

from . import feeds, views

app_name = "news"

urlpatterns = [
    path("news/", views.posts, name="posts"),
    path("news/feed.rss", feeds.rss, name="rss"),
    path("news/feed.atom", feeds.atom, name="atom"),
    path("news/subscribe/", views.subscribe, name="subscribe"),
    path("news/confirm/<str:token>/", views.confirm, name="confirm"),
    path("news/unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("news/<slug:slug>/", views.post, name="post"),
]
