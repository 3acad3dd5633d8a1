"""Django's admin: teams, organisations and accounts, for administrators. What is changed here is audited too."""

from allauth.account import admin as allauth_account  # noqa: F401  registers what is taken away below
from allauth.account.models import EmailAddress
from allauth.mfa import admin as allauth_mfa  # noqa: F401
from allauth.mfa.models import Authenticator
from allauth.socialaccount import admin as allauth_social  # noqa: F401
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Exists, OuterRef

from borough.foundations.audit import actions as audit

from . import actions
from .models import Absence, Directorate, Membership, Organisation, Team, User

for kept_elsewhere in (EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken):
    admin.site.unregister(kept_elsewhere)  # secrets and second factors are nobody's to read or edit


class Audited(admin.ModelAdmin):
    """Writes an audit event with each change, in the admin's own transaction. Nothing is deleted here."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        done = "changed" if change else "created"
        kind = obj._meta.model_name
        audit.record(action=f"{kind}.{done}", record=obj, by=request.user, data={"fields": form.changed_data})

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnly(admin.ModelAdmin):
    """To look at. The team's page has the forms, which hand over work and tell people."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Directorate)
class DirectorateAdmin(Audited):
    list_display = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Team)
class TeamAdmin(Audited):
    list_display = ["name", "slug", "directorate", "email", "people"]
    list_filter = ["directorate"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("directorate").annotate(count=Count("memberships"))

    @admin.display(description="officers", ordering="count")
    def people(self, team):
        return team.count


@admin.register(Organisation)
class OrganisationAdmin(Audited):
    list_display = ["name", "slug", "people"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(count=Count("workers"))

    @admin.display(description="workers", ordering="count")
    def people(self, organisation):
        return organisation.count


@admin.register(Membership)
class MembershipAdmin(ReadOnly):
    list_display = ["user", "team", "role"]
    list_filter = ["role", "team"]
    list_select_related = ["user", "team"]
    search_fields = ["user__name", "user__email"]


@admin.register(Absence)
class AbsenceAdmin(ReadOnly):
    list_display = ["user", "first_day", "back_on", "cover"]
    list_select_related = ["user", "cover"]
    date_hierarchy = "first_day"


class Roles(admin.TabularInline):
    model = Membership
    verbose_name_plural = "teams (change them on the team’s page)"
    can_delete = False
    max_num = 0
    fields = readonly_fields = ["team", "role"]


class LostTelephone(admin.helpers.ActionForm):
    reason = forms.CharField(required=False, label="Reason", max_length=500)


@admin.register(User)
class UserAdmin(Audited):
    list_display = ["email", "name", "is_active", "is_staff", "is_superuser", "organisation", "enrolled", "last_login"]
    list_filter = ["is_active", "is_staff", "is_superuser", "teams", "organisation"]
    list_select_related = ["organisation"]
    search_fields = ["email", "name"]
    fields = [
        "email",
        "name",
        "organisation",
        "is_active",
        "is_staff",
        "is_superuser",
        "groups",
        "left_on",
        "last_login",
    ]
    readonly_fields = ["left_on", "last_login"]
    filter_horizontal = ["groups"]
    inlines = [Roles]
    action_form = LostTelephone
    actions = ["forget_second_factor"]

    def get_queryset(self, request):
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
        return super().get_queryset(request).annotate(has_factor=Exists(factors))

    @admin.display(description="second factor", boolean=True, ordering="has_factor")
    def enrolled(self, user):
        return user.has_factor

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes what they themselves may do."""
        own = ["is_active", "is_staff", "is_superuser", "groups"] if obj == request.user else []
        return [*self.readonly_fields, *own]

    def save_model(self, request, obj, form, change):
        obj.email = obj.email.lower()
        if not change:
            obj.set_unusable_password()  # they choose one with a code sent to this address
        super().save_model(request, obj, form, change)

    @admin.action(description="Let them set up a new second factor (give a reason)")
    def forget_second_factor(self, request, chosen):
        for user in chosen:
            try:
                actions.forget_second_factor(user=user, reason=request.POST.get("reason", ""), by=request.user)
            except actions.Refused as refused:
                self.message_user(request, f"{user}: {refused}", messages.ERROR)
            else:
                self.message_user(request, f"{user} can choose a password and set up a new second factor.")
