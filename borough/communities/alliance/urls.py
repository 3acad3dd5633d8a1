from django.urls import path

from . import public, work
from .openreferral import views as api

app_name = "alliance"
OPEN = "api/open-referral/"

urlpatterns = [
    path("support/", public.find, name="find"),
    path("support/<uuid:uuid>/", public.support, name="support"),
    path("work/alliance/", work.work, name="work"),
    path("work/alliance/join/", work.join, name="join"),
    path("work/alliance/champions/", work.champions, name="champions"),
    path("work/alliance/champions/<int:number>/", work.champion, name="champion"),
    path("alliance/", work.own, name="own"),
    path("alliance/<int:number>/", work.partner, name="partner"),
    path("alliance/<int:number>/describe/", work.describe, name="describe"),
    path("alliance/<int:number>/place/", work.add_site, name="add_site"),
    path("alliance/<int:number>/champion/", work.add_champion, name="add_champion"),
    path("alliance/<int:number>/support/", work.add_support, name="add_support"),
    path("alliance/<int:number>/support/<int:support>/", work.change_support, name="change_support"),
    path("alliance/<int:number>/support/<int:support>/assure/", work.assure, name="assure"),
    path("alliance/<int:number>/support/<int:support>/hours/", work.hours, name="hours"),
    path(OPEN, api.root, name="api"),
    path(f"{OPEN}openapi.json", api.openapi, name="api_openapi"),
    path(f"{OPEN}services", api.services, name="api_services"),
    path(f"{OPEN}services/<str:id>", api.service, name="api_service"),
    path(f"{OPEN}organizations", api.organizations, name="api_organizations"),
    path(f"{OPEN}organizations/<str:id>", api.organization, name="api_organization"),
    path(f"{OPEN}service_at_locations", api.service_at_locations, name="api_places"),
    path(f"{OPEN}service_at_locations/<str:id>", api.service_at_location, name="api_place"),
    path(f"{OPEN}taxonomies", api.taxonomies, name="api_taxonomies"),
    path(f"{OPEN}taxonomies/<str:id>", api.taxonomy, name="api_taxonomy"),
    path(f"{OPEN}taxonomy_terms", api.taxonomy_terms, name="api_terms"),
    path(f"{OPEN}taxonomy_terms/<str:id>", api.taxonomy_term, name="api_term"),
]
