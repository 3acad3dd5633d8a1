from django.urls import include, path

from .measuring import views as measuring
from .views import choices, confirming, copies, ends, exports, listing, page, previewing, start, tasks, work


def _previewed(rest, view, name):
    """The same page of a journey, for an officer who tries the form out."""
    return path(f"preview/<slug:slug>/{rest}", view, {"place": previewing.Previewing}, name=f"preview{name}")


JOURNEY = [
    path("", start.begin, name="apply"),
    path("check-answers", ends.check, name="apply-check"),
    path("send", ends.send, name="apply-send"),
    path("sent", ends.sent, name="apply-sent"),
    path("copy", copies.send, name="apply-copy"),
    path("answers.pdf", copies.paper, name="apply-paper"),
    path("save", ends.save, name="apply-save"),
    path("resume", ends.resume, name="apply-resume"),
    path("renew", ends.renew, name="apply-renew"),
    path("start-again", ends.start_again, name="apply-start-again"),
    path("opinion", measuring.opinion, name="apply-opinion"),
    path("tasks", tasks.tasks, name="apply-tasks"),
    path("choices/<str:name>", choices.choices, name="apply-choices"),
    path("<slug:name>", page.page, name="apply-page"),
    path("<slug:name>/confirm", confirming.code, name="apply-confirm"),
    path("<slug:name>/<int:key>/remove", listing.remove, name="apply-remove"),
    path("<slug:name>/<int:key>/<slug:inner>", page.entry_page, name="apply-entry-page"),
    path("<slug:name>/<int:key>/<slug:inner>/confirm", confirming.code, name="apply-entry-confirm"),
]
urlpatterns = [
    path("services/", start.services, name="services"),
    path("services/<slug:slug>/", start.start, name="service"),
    path("services/<slug:slug>/privacy/", start.privacy, name="service-privacy"),
    path("apply/<slug:slug>/", include(JOURNEY)),
    path("resume/<str:token>", ends.come_back, name="apply-come-back"),
    _previewed("", previewing.start, ""),
    _previewed("privacy/", start.privacy, "-privacy"),
    _previewed("check-answers", ends.check, "-check"),
    _previewed("send", previewing.send, "-send"),
    _previewed("sent", previewing.sent, "-sent"),
    _previewed("start-again", previewing.start_again, "-start-again"),
    _previewed("tasks", tasks.tasks, "-tasks"),
    _previewed("choices/<str:name>", choices.choices, "-choices"),
    _previewed("<slug:name>", page.page, "-page"),
    _previewed("<slug:name>/<int:key>/remove", listing.remove, "-remove"),
    _previewed("<slug:name>/<int:key>/<slug:inner>", page.entry_page, "-entry-page"),
    path("work/apply/<slug:slug>/", start.help_somebody, name="apply-for-somebody"),
    path("work/services/", work.services, name="work-services"),
    path("work/services/<slug:slug>/errors/", work.errors, name="service-errors"),
    path("work/services/<slug:slug>/answers/", exports.preview, name="service-answers"),
    path("schema/service.json", start.service_schema, name="service-schema"),
]
