"""Signing in with the council's own accounts: allauth's views, and a page for when the provider is down."""

from functools import wraps

from allauth.socialaccount.providers.openid_connect import views as allauth
from django.shortcuts import render
from requests import RequestException


def answering(view):
    """Says so, kindly, when the provider does not answer."""

    @wraps(view)
    def asked(request, provider_id):
        try:
            return view(request, provider_id)
        except RequestException:
            return render(request, "socialaccount/authentication_error.html", status=503)

    return asked


login = answering(allauth.login)
callback = answering(allauth.callback)
