"""A chat for the tests of the engine."""

from collections.abc import Iterator

import pytest

from storage.store import Store
from tests.kit.one_chat import OneChat


@pytest.fixture
def chat(sqlite_url: str) -> Iterator[OneChat]:
    """One chat on a fresh database."""
    store = Store(sqlite_url)
    yield OneChat(store)
    store.close_now()
