"""A page hears what another process has put on it."""

from bot.channels.web.elsewhere import Elsewhere
from bot.channels.web.streams import Streams
from storage.queries.web import NewLine, WebMessage, keep_web_message, web_phone
from storage.store import Store
from tests.kit.village import village


async def test_an_open_line_hears_what_another_process_says(database_url: str) -> None:
    async with village(database_url) as v:
        streams, heard = Streams(), list[tuple[str, str]]()

        def told(key: str, line: WebMessage) -> None:
            heard.append((key, line.text))

        page = Elsewhere(v.store, streams, told)
        other = Store(database_url)
        opened = streams.lines(v.hoa.key)
        await anext(opened)
        await page.look()
        for key, words in ((v.hoa.key, "Dạ, chào bác"), (v.lan.key, "of nobody who listens")):
            phone = await v.store.read(web_phone, key)
            assert phone is not None
            line = NewLine(words, [], from_person=False)
            await other.change_soon(keep_web_message, phone.chat_id, line, v.clock.now())
        for _ in range(7):
            await page.look()
        assert heard == [(v.hoa.key, "Dạ, chào bác")]
        await opened.aclose()
        await other.close()
