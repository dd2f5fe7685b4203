"""A chat for the tests of the desk."""

from collections.abc import Iterator

import pytest

from storage.store import Store
from tests.kit.one_chat import OneChat, declared
from tests.kit.small_dialogues import animal, money


@pytest.fixture
def chat(sqlite_url: str) -> Iterator[OneChat]:
    """A chat in English, with three dialogues to talk in."""
    store = Store(sqlite_url)
    with declared("animal", animal), declared("money", money), declared("other", money):
        yield OneChat(store)
    store.close_now()


@pytest.fixture
def in_vietnamese(chat: OneChat) -> OneChat:
    return OneChat(chat.store, key="bác", language="vi")
