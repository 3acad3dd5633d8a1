from django.urls import path

from .views import copies, ends, exports, listing, page, start, tasks, work

urlpatterns = [
    path("services/", start.services, name="services"),
    path("services/<slug:slug>/", start.start, name="service"),
    path("services/<slug:slug>/privacy/", start.privacy, name="service-privacy"),
    path("apply/<slug:slug>/", start.begin, name="apply"),
    path("apply/<slug:slug>/check-answers", ends.check, name="apply-check"),
    path("apply/<slug:slug>/send", ends.send, name="apply-send"),
    path("apply/<slug:slug>/sent", ends.sent, name="apply-sent"),
    path("apply/<slug:slug>/copy", copies.send, name="apply-copy"),
    path("apply/<slug:slug>/answers.pdf", copies.paper, name="apply-paper"),
    path("apply/<slug:slug>/save", ends.save, name="apply-save"),
    path("apply/<slug:slug>/resume", ends.resume, name="apply-resume"),
    path("apply/<slug:slug>/start-again", ends.start_again, name="apply-start-again"),
    path("apply/<slug:slug>/tasks", tasks.tasks, name="apply-tasks"),
    path("apply/<slug:slug>/<slug:name>", page.page, name="apply-page"),
    path("apply/<slug:slug>/<slug:name>/<int:key>/remove", listing.remove, name="apply-remove"),
    path("apply/<slug:slug>/<slug:name>/<int:key>/<slug:inner>", page.entry_page, name="apply-entry-page"),
    path("resume/<str:token>", ends.come_back, name="apply-come-back"),
    path("work/apply/<slug:slug>/", start.help_somebody, name="apply-for-somebody"),
    path("work/services/", work.services, name="work-services"),
    path("work/services/<slug:slug>/errors/", work.errors, name="service-errors"),
    path("work/services/<slug:slug>/answers/", exports.preview, name="service-answers"),
    path("schema/service.json", start.service_schema, name="service-schema"),
]
