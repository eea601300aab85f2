"""A client that sends exactly what it is told to: one request, one connection."""

import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage, HTTPResponse
from typing import NamedTuple

import tls

TIMEOUT_SECONDS = 45


class Place(NamedTuple):
    """An address and a port, and how to speak TLS there, if that is spoken."""

    address: str
    port: int
    tls: ssl.SSLContext | None = None


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


def connect(place: Place, timeout: float = TIMEOUT_SECONDS, source: str = "", preface: bytes = b"") -> socket.socket:
    """
    ``source``: the address to come from, any of the loopback's; empty: the kernel's choice. ``preface``: what is sent before
    anything else, TLS too.
    """
    connection = socket.create_connection(place[:2], timeout, (source, 0) if source else None)
    try:
        connection.sendall(preface)
        return place.tls.wrap_socket(connection, server_hostname=tls.NAME) if place.tls else connection
    except BaseException:
        connection.close()
        raise


class Browser(HTTPConnection):
    """One connection, kept, and never made again by itself."""

    def __init__(self, place: Place, timeout: float = TIMEOUT_SECONDS) -> None:
        super().__init__(place.address, place.port, timeout=timeout)
        self.auto_open = 0
        self.sock = connect(place, timeout)


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


def raw(place: Place, request: bytes, method: str = "GET", source: str = "", preface: bytes = b"") -> Answer:
    """Sends bytes and reads the answer to them, though it may come before they are all sent."""
    with connect(place, source=source, preface=preface) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused early; the answer says why
        return read(connection, method)


def read(connection: socket.socket, method: str = "GET") -> Answer:
    response = HTTPResponse(connection, method=method)
    response.begin()
    return Answer(response.status, response.headers, response.read())
