from django.urls import path, register_converter

from .views import allotment, counter, data, donations, figures, queue, signing, stock, takes


class Tag:
    """A label in an address."""

    regex = "[A-Z]{2}-[0-9]{5}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Tag, "tag")
app_name = "devices"

urlpatterns = [
    path("work/devices/", counter.counter, name="counter"),
    path("work/devices/queue/", queue.queue, name="queue"),
    path("work/devices/queue/<int:number>/", queue.rank, name="rank"),
    path("work/devices/loans/", queue.loans, name="loans"),
    path("work/devices/loans/<int:number>/parts/", queue.parts, name="parts"),
    path("work/devices/stock/", stock.stock, name="stock"),
    path("work/devices/add/", stock.add, name="add"),
    path("work/devices/import/", stock.import_, name="import"),
    path("work/devices/labels/", stock.labels_, name="labels"),
    path("work/devices/takes/", takes.takes, name="takes"),
    path("work/devices/takes/<int:number>/", takes.take, name="take"),
    path("work/devices/donations/", donations.donations, name="donations"),
    path("work/devices/donations/offer/", donations.offer, name="donation_offer"),
    path("work/devices/donations/<int:number>/<slug:name>/", donations.step, name="donation"),
    path("work/devices/data/", data.data, name="data"),
    path("work/devices/data/add/", data.add, name="data_add"),
    path("work/devices/data/<int:number>/issue/", data.issue, name="data_issue"),
    path("work/devices/data/<int:number>/top-up/", data.top_up, name="data_top_up"),
    path("work/devices/figures/", figures.figures, name="figures"),
    path("work/devices/figures.csv", figures.csv, name="figures_csv"),
    path("work/devices/<tag:tag>/", counter.device, name="device"),
    path("work/devices/<tag:tag>/sign/", signing.begin, name="begin"),
    path("work/devices/<tag:tag>/show/", signing.show, name="show"),
    path("work/devices/<tag:tag>/<slug:name>/", counter.act, name="act"),
    path("alliance/devices/", allotment.allotment, name="allotment"),
    path("sign/<str:token>/", signing.sign, name="sign"),
]
