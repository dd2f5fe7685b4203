"""By which names this machine is asked for itself: a foreign name that leads here is a trap."""

OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def host_name(host: str) -> str:
    """The host of a request without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host
