"""A client that sends exactly what it is told to: one request, one connection."""

import socket
from dataclasses import dataclass
from http.client import HTTPMessage, HTTPResponse

TIMEOUT_SECONDS = 45

Place = tuple[str, int]
"""An address and a port."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes

    def header(self, name: str) -> str | None:
        """All values of a header as one; None if it was not sent."""
        values = self.headers.get_all(name)
        return None if values is None else ", ".join(values)

    @property
    def app(self) -> str | None:
        """Which fake app answered; None: nginx itself."""
        return self.header("X-App")


def connect(place: Place, timeout: float = TIMEOUT_SECONDS, source: str = "") -> socket.socket:
    """``source``: the address to come from, any of the loopback's; empty: the kernel's choice."""
    return socket.create_connection(place, timeout, (source, 0) if source else None)


def ask(
    place: Place,
    path: str,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes | None = None,
    source: str = "",
) -> Answer:
    """Sends a request, the path as it is written here, and reads the answer."""
    lines = {"Host": "isuumo.example", "Connection": "close"}
    if body is not None:
        lines["Content-Length"] = str(len(body))
    lines |= headers or {}
    head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return raw(place, head.encode("latin-1") + b"\r\n" + (body or b""), method, source)


def raw(place: Place, request: bytes, method: str = "GET", source: str = "") -> Answer:
    """Sends bytes and reads the answer to them, though it may come before they are all sent."""
    with connect(place, source=source) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused early; the answer says why
        return read(connection, method)


def read(connection: socket.socket, method: str = "GET") -> Answer:
    response = HTTPResponse(connection, method=method)
    response.begin()
    return Answer(response.status, response.headers, response.read())
