"""What a reader does in the window: opens a page, resizes it, clicks, presses keys, looks."""

import base64
import io
import json
import time

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

WIDE, NARROW = (1400, 900), (360, 740)


class Window:
    """One window of the browser, and the pages that can be opened in it."""

    def __init__(self, browser, pages):
        self.browser = browser
        self.pages = pages

    def reset(self):
        """Go back to how a browser starts; what was logged before is forgotten."""
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        self.browser.get("about:blank")
        self.browser.get_log("browser")
        self.browser.get_log("performance")

    def open(self, name, size=WIDE, scheme="light", fragment="", with_script=True):
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        # Without motion, what is scrolled to is there at once.
        features = [("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]
        told = {"features": [{"name": name, "value": value} for name, value in features]}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", told)
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not with_script})
        self.browser.get(self.pages[name] + fragment)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def ask(self, script, *given):
        return self.browser.execute_script(f"return {script}", *given)

    def click(self, element):
        """Bring an element to the middle of the window, clear of what stands above it, and click on it."""
        self.ask("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def point_at(self, element):
        """Move the pointer there."""
        ActionChains(self.browser).move_to_element(element).perform()

    def press(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def tab(self, times=1):
        for _ in range(times):
            self.press(Keys.TAB)

    @property
    def active(self):
        return self.browser.switch_to.active_element

    def words(self, element):
        """Its text as it stands in the page, white space folded."""
        return " ".join(element.get_property("textContent").split())

    def highlighted(self):
        """The words of the passage that is shown."""
        return self.ask("[...document.querySelectorAll('mark.now')].map((one) => one.textContent).join('')")

    def in_view(self, element):
        """Whether it lies within the window, and within the panel where it is in that."""
        return self.ask(
            """(() => {
              const box = arguments[0].getBoundingClientRect();
              const frame = arguments[0].closest('.scroll')?.getBoundingClientRect() ?? {top: 0, bottom: innerHeight};
              const lowest = Math.min(frame.bottom, innerHeight);
              const inWidth = box.width > 0 && box.left < innerWidth && box.right > 0;
              return inWidth && box.top >= frame.top - 1 && box.top < lowest;
            })()""",
            element,
        )

    def wait_for(self, question, seconds=3.0):
        """Wait until the page gives something that counts as true."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if answer := self.ask(question):
                return answer
            time.sleep(0.02)
        raise AssertionError(f"never true: {question}")

    def print_pdf(self, width, height):
        from pypdf import PdfReader

        paper = {"paperWidth": width, "paperHeight": height}
        printed = self.browser.execute_cdp_cmd("Page.printToPDF", paper)
        return PdfReader(io.BytesIO(base64.b64decode(printed["data"])))

    def complaints(self):
        """What the browser's console says of errors and of what the page's policy forbade."""
        return [line["message"] for line in self.browser.get_log("browser") if line["level"] in {"SEVERE", "WARNING"}]

    def requests(self):
        """Every address that was asked for, without fragments."""
        events = [json.loads(line["message"])["message"] for line in self.browser.get_log("performance")]
        asked = [
            event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"
        ]
        return {url.partition("#")[0] for url in asked if url != "about:blank"}
