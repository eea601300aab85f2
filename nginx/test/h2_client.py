"""Speaks HTTP/2, with Debian's python3-h2: one connection, any number of requests at the same time."""

import ssl
from dataclasses import dataclass, field

import h2.connection
import h2.events
import tls
from client import Place, connect


@dataclass
class Answer2:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class Browser2:
    """Use it as a context manager."""

    def __init__(self, place: Place, authority: str = tls.NAME) -> None:
        context = ssl.create_default_context()
        context.load_verify_locations(cadata=_authorities(place.tls))
        context.set_alpn_protocols(["h2", "http/1.1"])
        self.socket = connect(place._replace(tls=context))
        self.protocol = self.socket.selected_alpn_protocol()
        self.authority = authority
        self.connection = h2.connection.H2Connection()
        self.connection.initiate_connection()
        self.answers: dict[int, Answer2] = {}
        self.open: set[int] = set()

    def __enter__(self) -> "Browser2":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes = b"") -> Answer2:
        """A body that fits into what the other side takes at once; its length is not declared."""
        stream = self.send(path, method, headers, body)
        self.receive()
        return self.answers[stream]

    def send(self, path: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes = b"") -> int:
        stream = self.connection.get_next_available_stream_id()
        head = {":method": method, ":scheme": "https", ":authority": self.authority, ":path": path} | (headers or {})
        self.connection.send_headers(stream, list(head.items()), end_stream=not body)
        if body:
            self.connection.send_data(stream, body, end_stream=True)
        self.answers[stream] = Answer2()
        self.open.add(stream)
        return stream

    def receive(self) -> None:
        """Until nothing is unanswered."""
        while self.open:
            self.socket.sendall(self.connection.data_to_send())
            data = self.socket.recv(65536)
            if not data:
                raise ConnectionError(f"closed with {len(self.open)} requests unanswered")
            for event in self.connection.receive_data(data):
                self.handle(event)

    def handle(self, event: h2.events.Event) -> None:
        match event:
            case h2.events.ResponseReceived():
                answer = self.answers[event.stream_id]
                answer.headers = {_text(name): _text(value) for name, value in event.headers}
                answer.status = int(answer.headers.pop(":status"))
            case h2.events.DataReceived():
                self.answers[event.stream_id].body += event.data
                self.connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            case h2.events.StreamEnded() | h2.events.StreamReset():
                self.open.discard(event.stream_id)


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _authorities(context: ssl.SSLContext) -> bytes:
    return b"".join(context.get_ca_certs(binary_form=True))
