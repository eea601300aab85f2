"""A host's app as nginx sees it: answers, fails in a chosen way, and remembers what reached it."""

import itertools
import socket
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Received:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    number: int = field(default_factory=itertools.count().__next__, compare=False)
    """In the order in which requests reached any app."""


class FakeApp:
    """
    Listens on ADDRESS:PORT. ``behaviour`` is one of

    - ``answer``: ``status`` and which app it is
    - ``unavailable``: 503, as one whose lease ran out
    - ``busy``: what nginx asked for, else 503, as one that has too much to do
    - ``strict``: 403 to the head of a request, before it reads a body; it then reads what comes, and remembers how much that was
    - ``hang_up``: reads the request and closes the connection without an answer
    - ``silent``: reads the request and answers nothing
    - ``slam``: closes the connection before it reads anything
    - ``cut``: closes the connection when it has read a few bytes of the request
    """

    def __init__(self, name: str, address: str, port: int) -> None:
        self.name = name
        self.behaviour = "answer"
        self.status = 200
        self.body = b'{"app":"%s"}' % name.encode()
        self.headers: dict[str, str] = {}
        self.received: list[Received] = []
        self.connections: set[socket.socket] = set()
        self.connection_count = 0
        self.stopped = threading.Event()
        self.server = _Server((address, port), self)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        """From now on connections are refused, and those that are open are closed."""
        if not self.stopped.is_set():
            self.stopped.set()
            self.server.shutdown()
            self.server.server_close()
            for connection in list(self.connections):
                _close(connection)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512

    def __init__(self, address: tuple[str, int], app: FakeApp) -> None:
        self.app = app
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        # As in socketserver; http.server's asks DNS for the host's name.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)

    def process_request(self, request, client_address) -> None:
        self.app.connection_count += 1
        if self.app.behaviour in ("slam", "cut"):
            if self.app.behaviour == "cut":
                request.recv(4)
            _close(request)
            return
        self.app.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request) -> None:
        self.app.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request, client_address) -> None:
        pass  # a connection that stop() closed


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    wbufsize = -1  # one packet an answer

    def handle_any(self) -> None:
        app = self.server.app
        if app.behaviour == "strict":
            self.answer(403)
            self.wfile.flush()
        body = self.read_body()
        app.received.append(Received(self.command, self.path, dict(self.headers.items()), body))
        match app.behaviour:
            case "answer":
                self.answer(404 if self.path == "/api/chair/404" else app.status)
            case "unavailable":
                self.answer(503)
            case "strict":
                pass  # answered already, and the connection is kept, as the answer let nginx believe
            case "busy":
                self.answer(int(self.headers.get("Isuumo-Busy-Status", 503)))
            case "silent":
                app.stopped.wait()
                self.close_connection = True
            case _:
                self.close_connection = True

    def read_body(self) -> bytes:
        """In chunks or not; or as much of it as comes."""
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline() or b"0", 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def answer(self, status: int) -> None:
        body = self.server.app.body
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-App", self.server.app.name)
        for name, value in self.server.app.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_any

    def log_message(self, format, *args) -> None:  # pylint: disable=redefined-builtin
        pass


def _close(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the other side was first
    connection.close()
