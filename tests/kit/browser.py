"""Debian's Chromium, driven by Playwright, as a person with a phone would use it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

CHROMIUM: Final = Path("/usr/bin/chromium")
WHY_MISSING: Final = f"no browser: {CHROMIUM} or libatomic1 is not installed"
PHONE: Final = (390, 844)
DESK: Final = (1440, 900)

# Machines that test are often busy; what holds is found at once all the same.
expect.set_options(timeout=60_000)

_FLAGS: Final = [
    "--no-sandbox",  # Chromium has no sandbox for root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # containers have little of it
]


def is_available() -> bool:
    # Playwright's driver brings its own node, and that one wants libatomic.
    return CHROMIUM.exists() and any(Path("/usr/lib").glob("*/libatomic.so.1"))


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    """One Chromium for as long as the block runs. Raises LookupError when none is installed."""
    if not is_available():
        raise LookupError(WHY_MISSING)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=_FLAGS
        )
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def open_page(
    browser: Browser,
    *,
    size: tuple[int, int] = PHONE,
    language: str = "vi-VN",
    forgiven: str = "",
) -> AsyncIterator[Page]:
    """A page in a window of its own, `size` in CSS pixels, in Vietnam's time.

    What the page's scripts complain about fails the test when the page is closed; `forgiven` is
    a part of a complaint that the test brings about itself.
    """
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        locale=language,
        timezone_id="Asia/Ho_Chi_Minh",
        has_touch=True,
    )
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not (forgiven and forgiven in message.text):
            complaints.append(message.text)

    page = await context.new_page()
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page
    finally:
        await context.close()
    assert not complaints, f"the page complained: {complaints}"
