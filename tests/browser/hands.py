"""Two ways to answer a page: with a pointer, and with a keyboard alone."""

from playwright.sync_api import expect

CONTINUE = "button[value=continue]:not([aria-hidden])"  # the hidden one is for the Enter key
# Whether somebody can see where the focus is: an outline, a shadow, or one on the drawn radio or tick box.
SEEN = """() => {
  const here = document.activeElement;
  const drawn = [getComputedStyle(here)];
  if (["radio", "checkbox"].includes(here.type)) drawn.push(getComputedStyle(here.labels[0], "::before"));
  return here.matches(":focus-visible") && drawn.some(
    (style) => style.boxShadow !== "none" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0));
}"""


def follow(locator):
    """Click what leads to another page, and be there: Playwright does not wait for it by itself."""
    with locator.page.expect_navigation():
        locator.click()


class Pointer:
    """A mouse or a finger, with a keyboard to type."""

    def __init__(self, page):
        self.page = page

    def write(self, field, text):
        self.page.locator(f"[name='{field}']").fill(text)

    def choose(self, field, value):
        """A radio or a tick box."""
        self.page.locator(f"input[name='{field}'][value='{value}']").check()

    def pick(self, field, value):
        """From a drop-down list."""
        self.page.locator(f"select[name='{field}']").select_option(value)

    def attach(self, field, files):
        self.page.locator(f"[name='{field}']").set_input_files(files)

    def press(self, selector=CONTINUE):
        follow(self.page.locator(selector))

    def open(self, words):
        """The words that hide something."""
        details = self.page.locator("details", has_text=words)
        if details.get_attribute("open") is None:
            details.locator("summary").click()


class Keys(Pointer):
    """No pointer at all: Tab, arrows, Space and Enter. Every stop on the way must show where it is."""

    def __init__(self, page):
        super().__init__(page)
        # The browser begins to tell of file choosers when somebody listens, which on a slow machine is after the press.
        page.on("filechooser", lambda chooser: None)

    def write(self, field, text):
        self.reach(f"[name='{field}']")
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, field, value):
        wanted = f"input[name='{field}'][value='{value}']"
        if self.page.locator(wanted).get_attribute("type") == "radio":
            self.reach(f"input[name='{field}']")
            self._step_to(wanted)
        else:
            self.reach(wanted)
        if not self.page.locator(wanted).is_checked():
            self.page.keyboard.press("Space")
        expect(self.page.locator(wanted)).to_be_checked()

    def pick(self, field, value):
        self.reach(f"select[name='{field}']")
        box = self.page.locator(f"select[name='{field}']")
        for _ in range(40):
            if (before := box.input_value()) == value:
                return
            self.page.keyboard.press("ArrowDown")
            expect(box).not_to_have_value(before)  # a slow machine moves it a moment later
        raise AssertionError(f"{field} has no {value} to reach with the arrows")

    def attach(self, field, files):
        self.reach(f"[name='{field}']")
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(files)

    def press(self, selector=CONTINUE):
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def open(self, words):
        details = self.page.locator("details", has_text=words)
        if details.get_attribute("open") is None:
            self.reach("summary")
            self.page.keyboard.press("Enter")

    def reach(self, selector):
        for _ in range(80):
            if self._here(selector):
                return
            self.page.keyboard.press("Tab")
            at = "document.activeElement.outerHTML.slice(0, 120)"
            assert self.page.evaluate(SEEN), f"{self.page.url}: no focus to be seen on {self.page.evaluate(at)}"
        raise AssertionError(f"{self.page.url}: Tab does not reach {selector}")

    def _step_to(self, selector):
        for _ in range(20):
            if self._here(selector):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: the arrows do not reach {selector}")

    def _here(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)
