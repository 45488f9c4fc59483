"""One Chromium per module, a fresh page per test."""

from contextlib import ExitStack

import pytest

from tests.browser import house


@pytest.fixture(scope="module")
def chromium():
    """A headless Chromium. A machine without one fails the tests, with a sentence."""
    with ExitStack() as stack:
        try:
            browser = stack.enter_context(house.browser())
        except house.BrowserMissing as error:
            pytest.fail(str(error), pytrace=False)
        from playwright.sync_api import expect

        expect.set_options(timeout=house.PATIENCE)
        yield browser


@pytest.fixture
def open_page(chromium):
    """Open a page: `open_page(dark=, reduced_motion=, javascript=, width=, height=)`; `complaints(page)` tells what went wrong in it."""
    pages = {}

    def opener(**options):
        page, complaints = house.open_page(chromium, **options)
        pages[page] = complaints
        return page

    opener.complaints = pages.__getitem__
    yield opener
    for page in pages:
        page.context.close()


@pytest.fixture
def page(open_page):
    """A light page of 1280 x 800 pixels."""
    return open_page()


@pytest.fixture
def complaints(open_page):
    """`complaints(page)`: the errors on the console of a page and the requests that failed, in order."""
    return open_page.complaints
