"""Pictures that people send lie at an address that the update names: fetched, with little trust."""

import ipaddress
import socket
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.channels.channel import NotFetched
from bot.channels.whole_body import whole_body

CONNECT_SECONDS = 10.0
DOWNLOAD_SECONDS = 60.0


class Downloads:
    """Fetches from public addresses over https only, and follows nothing.

    Where the Bot API itself is a stand-in on this machine, its pictures are there, too.
    """

    def __init__(self, api: str) -> None:
        self._own = f"{api}/" if urlsplit(api).scheme == "http" else None

    async def fetch(self, address: str, most: int) -> bytes:
        """The whole file, at most so many bytes. Raises NotFetched."""
        is_own = self._own is not None and address.startswith(self._own)
        if not is_own and not _is_usable(address):
            raise NotFetched("no address to fetch from")
        resolver = None if is_own else PublicOnly()
        timeout = aiohttp.ClientTimeout(total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS)
        connector = aiohttp.TCPConnector(resolver=resolver)
        try:
            async with (
                aiohttp.ClientSession(connector=connector, timeout=timeout) as session,
                session.get(address, allow_redirects=False) as answer,
            ):
                return await whole_body(answer, most)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise NotFetched(type(error).__name__) from None


def _is_usable(address: str) -> bool:
    """An https address with a name for a host; a number is looked at before it is asked."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme != "https" or not host or parts.username is not None:
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


class PublicOnly(AbstractResolver):
    """Finds hosts as usual and refuses those inside our own network."""

    def __init__(self) -> None:
        self._usual = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._usual.resolve(host, port, family)
        if not all(ipaddress.ip_address(each["host"]).is_global for each in found):
            raise OSError("the host is not a public one")
        return found

    async def close(self) -> None:
        await self._usual.close()
