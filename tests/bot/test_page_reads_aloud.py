"""The page gives the browser's own voice words that it can say: whole sums, days, choices."""

from typing import Any

from playwright.async_api import Browser, Page, expect

from tests.kit.browser import PHONE, open_page
from tests.kit.phones import PagePhone, opened
from tests.kit.practice import PracticePage

# A browser's voice that notes what it is given and is done with it when it is told.
VOICE = """
window.said = [];
Object.defineProperty(window, "speechSynthesis", { value: {
  waiting: [],
  getVoices: () => [{ lang: "vi-VN", name: "voice" }],
  speak(each) { window.said.push([each.text, each.lang]); this.waiting.push(each); },
  cancel() { this.waiting = []; },
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


async def said(page: Page) -> list[Any]:
    found: list[Any] = await page.evaluate("window.said")
    return found


async def test_a_question_is_given_sentence_by_sentence_with_its_choices(
    browser: Browser, here: PracticePage
) -> None:
    async with open_page(browser, size=PHONE) as page:
        await page.add_init_script(VOICE)
        await opened(page, here.address)
        hoa = PagePhone(page, await here.phone("thành viên"))
        await hoa.comes_to_the_front()
        await hoa.says("đóng phí")
        await hoa.hears("muốn đóng góp gì")
        listen = hoa.newest.get_by_test_id("listen")
        await listen.click()
        words = [text for text, _ in await said(page)]
        assert words[0] == "Bác muốn đóng góp gì ạ?"
        assert words[1] == "Có thể trả lời."
        assert words[2].startswith("Số 1: Đóng phí")
        assert not any("." in each.rstrip(".") or "Thôi" in each for each in words)
        assert {language for _, language in await said(page)} == {"vi"}
        await expect(listen).to_have_text("Dừng")
        await page.evaluate("speechSynthesis.waiting.at(-1).onend()")
        await expect(listen).to_have_text("Nghe")


async def test_where_the_browser_has_no_voice_nothing_is_offered(
    browser: Browser, here: PracticePage
) -> None:
    async with open_page(browser, size=PHONE) as page:
        await page.add_init_script(VOICE.replace("vi-VN", "fr-FR"))
        await opened(page, here.address)
        hoa = PagePhone(page, await here.phone("thành viên"))
        await hoa.comes_to_the_front()
        await hoa.says("menu")
        await hoa.hears("làm việc gì")
        await expect(hoa.newest.get_by_test_id("listen")).to_be_hidden()
        # The word itself is answered: where there is no button, there is no voice.
        await hoa.says("nghe")
        await hoa.hears("chưa có giọng đọc")


async def test_what_is_read_is_written_out(browser: Browser, here: PracticePage) -> None:
    async with open_page(browser, size=PHONE) as page:
        await opened(page, here.address)
        for text, language, sentences in (
            (
                "Dạ, thứ ba 24/11/2026 bác góp 1.500.000 đồng (một triệu năm trăm nghìn đồng),\n"
                "còn lại 0 đồng. Gọi 0912 345 678 😀",
                "vi",
                [
                    "Dạ, thứ ba ngày 24 tháng 11 năm 2026 bác góp 1500000 đồng, còn lại 0 đồng.",
                    "Gọi 0 9 1 2 , 3 4 5 , 6 7 8",
                ],
            ),
            ("• tháng 10/2026\n• tháng 9/2026", "vi", ["tháng 10 năm 2026.", "tháng 9 năm 2026"]),
            ("Month 11/2026: 50.000 đồng.", "en", ["Month November 2026: 50000 đồng."]),
            ("???", "vi", []),
        ):
            found = await page.evaluate(
                "async ([text, language]) => (await import('./page/spoken.js'))"
                ".spokenSentences({ text }, language)",
                [text, language],
            )
            assert found == sentences
