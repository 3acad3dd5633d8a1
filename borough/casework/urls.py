"""Officers' pages, under /work/. The resident's own pages have their own addresses."""

from django.urls import path

from . import queries
from .views import acts, case, deliveries, diaries, exports, joining, messages, moving, payments, queues, refunding

app_name = "casework"
CASE = "work/cases/<str:reference>/"

urlpatterns = [
    path("work/", queues.queue, {"queue": "mine"}, name="mine"),
    *[path(f"work/{name}/", queues.queue, {"queue": name}, name=name) for name in queries.QUEUES if name != "mine"],
    *[path(f"work/{name}.csv", queues.csv, {"queue": name}, name=f"{name}_csv") for name in queries.QUEUES],
    path("work/assign/", queues.assign, name="assign"),
    path("work/messages/", messages.failed, name="messages"),
    path("work/messages/<int:pk>/retry/", messages.retry, name="retry"),
    path("work/deliveries/", deliveries.deliveries, name="deliveries"),
    path("work/deliveries/<int:pk>/again/", deliveries.again, name="delivery_again"),
    path("work/bookings/", diaries.bookings, name="bookings"),
    path("work/payments/", payments.payments, name="payments"),
    path("work/payments/file/", payments.make_file, name="payment_file"),
    path("work/payments/<int:pk>/download/", payments.download, name="payment_download"),
    path(CASE, case.show, name="case"),
    path(f"{CASE}answers/", exports.exported, name="answers"),
    path(f"{CASE}tasks/<slug:name>/", case.task, name="task"),
    path(f"{CASE}bank/<slug:question>/", case.bank, name="bank"),
    path(f"{CASE}moves/<slug:move>/", moving.Move.as_view(), name="move"),
    path(f"{CASE}note/", acts.Note.as_view(), name="note"),
    path(f"{CASE}ask/", acts.Ask.as_view(), name="ask"),
    path(f"{CASE}pass/", acts.Assign.as_view(), name="pass"),
    path(f"{CASE}transfer/", acts.Transfer.as_view(), name="transfer"),
    path(f"{CASE}priority/", acts.Priority.as_view(), name="priority"),
    path(f"{CASE}restrict/", acts.Restrict.as_view(), name="restrict"),
    path(f"{CASE}reopen/", acts.Reopen.as_view(), name="reopen"),
    path(f"{CASE}document/", acts.Document.as_view(), name="document"),
    path(f"{CASE}refund/<int:pk>/", refunding.Refund.as_view(), name="refund"),
    path(f"{CASE}link/", joining.Link.as_view(), name="link"),
    path(f"{CASE}merge/", joining.Merge.as_view(), name="merge"),
    path(f"{CASE}warning/", joining.Warn.as_view(), name="warn"),
    path(f"{CASE}warning/<int:pk>/end/", joining.EndWarning.as_view(), name="end_warning"),
]
