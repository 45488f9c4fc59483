"""What every browser test needs: a headless Chromium, pages that remember what went wrong in them, screenshots, axe.

Playwright keeps an event loop running in the thread that drives it, so a module with browser tests must not run a notebook or
anything else of asyncio in its own process: use a subprocess. This is also why the browser is started once per module, not once per run.
"""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PATIENCE = 180_000  # milliseconds: whoever waits for something waits until it is there, on a busy machine too


class BrowserMissing(Exception):
    """No browser can be started here; the message says what to install."""


def chromium():
    """The path of a Chromium. Raises BrowserMissing when there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise BrowserMissing(f"The browser tests need one of {', '.join(NAMES)} on PATH. On Debian: apt-get install chromium")
    return path


@contextmanager
def browser():
    """A headless Chromium of its own: fresh profile, fresh home, no background traffic. Raises BrowserMissing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise BrowserMissing("The browser tests need playwright, which `make test` installs with everything else.") from None
    path = chromium()
    flags = [*FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, sync_playwright() as playwright:
        # Chromium keeps caches and settings in the home folder whatever its profile is.
        private = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_RUNTIME_DIR": home}
        started = playwright.chromium.launch(executable_path=path, args=flags, env={**os.environ, **private})
        try:
            yield started
        finally:
            started.close()


def open_page(started, *, dark=False, reduced_motion=False, javascript=True, width=1280, height=800):
    """A page in a context of its own, and the list that collects its complaints: errors on the console and failed requests."""
    context = started.new_context(
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if reduced_motion else "no-preference",
        java_script_enabled=javascript,
        viewport={"width": width, "height": height},
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE)
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"request: {request.url}: {request.failure}"))
    return page, complaints


def shot(page, name, *, full=True):
    """Keep a picture of a page, or of one element of it, as build output, and print where it is. Returns the path."""
    path = SCREENSHOTS / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, **({"full_page": full} if hasattr(page, "context") else {}))
    print(f"screenshot: {path}")
    return path


def violations(page, within=None):
    """What axe finds wrong with a page, or with the part `within` a CSS selector: one readable row for each element."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=within).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:200]} at {' '.join(map(str, node['target']))}"
        for rule in found
        for node in rule["nodes"]
    ]
