"""One person's phone on the page in a real browser: reads, types, taps, as a person would."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect


@dataclass(slots=True)
class PagePhone:
    """A phone on the page."""

    page: Page
    id: str

    @property
    def whole(self) -> Locator:
        return self.page.get_by_test_id(f"phone-{self.id}")

    @property
    def messages(self) -> Locator:
        return self.whole.get_by_test_id("messages")

    @property
    def mine(self) -> Locator:
        """What was said on this phone."""
        return self.messages.locator("[data-from=me]")

    @property
    def newest(self) -> Locator:
        """Liên's newest message, with its buttons."""
        return self.messages.locator("[data-from=lien]:not([data-paper])").last

    async def comes_to_the_front(self) -> None:
        """On a small screen one phone is seen at a time."""
        await self.page.get_by_test_id(f"tab-{self.id}").click()

    async def says(self, text: str) -> None:
        await self.whole.get_by_test_id("say-field").fill(text)
        await self.whole.get_by_test_id("say-field").press("Enter")

    async def taps(self, label: str) -> None:
        """Presses the button of the newest message on which this is written."""
        await self.newest.get_by_role("button", name=label).first.click()

    async def looks_at_what_is_new(self) -> None:
        """Goes down to the newest message."""
        await self.whole.get_by_test_id("new-messages").click()

    async def hears(self, text: str) -> None:
        """Waits until the newest message says this."""
        await expect(self.newest).to_contain_text(text)


async def opened(page: Page, address: str) -> None:
    """The page with its phones drawn and their first messages there."""
    await page.goto(address)
    await expect(page.locator("[data-from=lien]")).not_to_have_count(0)
