"""What every page must pass."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()


def check(page):
    """No rule of axe broken, and no scrolling sideways. Without JavaScript, axe waits for ever."""
    found = AXE.run(page).response["violations"]
    faults = [
        f"{rule['id']} ({rule['help']}): {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
    assert not faults, "\n".join([page.url, *faults])
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels wider than the window"
