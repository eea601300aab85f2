"""What a client may not do, and that every answer, of whatever status, carries the security headers."""

import socket
import threading
import time

import fixture
from check_log import entries
from client import Answer, connect, raw
from report import Report, differs
from rig import PUBLIC, Rig, until

KIB, MIB = 1024, 1024 * 1024
JSON_PATH, CSV_PATH = "/api/estate/nazotte", "/api/chair"

SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

# path, bytes of body, status
SIZES = [
    (JSON_PATH, 64 * KIB, 200),
    (JSON_PATH, 64 * KIB + 1, 413),
    ("/api/chair/buy/1", 64 * KIB, 200),
    ("/api/chair/buy/1", 64 * KIB + 1, 413),
    ("/api/estate/req_doc/1", 64 * KIB + 1, 413),
    ("/api/unknown", 64 * KIB + 1, 413),
    ("/initialize", 64 * KIB + 1, 413),
    (CSV_PATH, 64 * KIB + 1, 200),
    (CSV_PATH, 8 * MIB, 200),
    (CSV_PATH, 8 * MIB + 1, 413),
    ("/api/estate", 8 * MIB, 200),
    ("/api/estate", 8 * MIB + 1, 413),
]


def run(report: Report) -> None:
    with Rig(balanced=True) as rig:
        fixture.write(rig.site_root, fixture.SITE)
        fixture.write(rig.data_root, fixture.DATA)
        with report.table("bodies up to the limit pass whole, larger ones are answered 413"):
            for path, size, status in SIZES:
                has_limit(report, rig, path, size, status)
            other_sizes(report, rig)
        with report.table("security headers are on every answer"):
            for name, status, answer in every_kind_of_answer(rig):
                has_security_headers(report, name, status, answer)
    with Rig(isuumo_tile_origin="https://*.tile.example") as rig:
        policy = rig.ask("/api/chair/1").header("Content-Security-Policy")
        report.row("a tile server's pictures", None if "img-src 'self' https://*.tile.example; " in policy else policy)
    with report.table("slow clients are cut off after ten seconds"), Rig(balanced=True, logged=True) as rig:
        slow_clients(report, rig)


def has_limit(report: Report, rig: Rig, path: str, size: int, status: int) -> None:
    before = len(rig.received())
    answer = rig.ask(path, "POST", body=b"x" * size)
    new = rig.received()[before:]
    report.row(
        f"POST {path}, {size} bytes",
        differs("status", status, answer.status),
        differs("bodies that reached an app", [size] if status == 200 else [], [len(r.body) for _, r in new]),
        differs("type", "application/json; charset=UTF-8", answer.header("Content-Type")),
    )


def other_sizes(report: Report, rig: Rig) -> None:
    chunk = b"10000\r\n" + b"x" * 64 * KIB + b"\r\n"
    head = b"POST %b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    chunked = head % JSON_PATH.encode() + b"Transfer-Encoding: chunked\r\n\r\n"
    declared = head % CSV_PATH.encode() + b"Authorization: x\r\nContent-Length: 1000000000\r\n\r\n"
    report.row("65536 bytes in chunks", differs("status", 200, raw(rig.place, chunked + chunk + b"0\r\n\r\n").status))
    report.row("65537 bytes in chunks", differs("status", 413, raw(rig.place, chunked + chunk + b"1\r\nx\r\n").status))
    report.row("1 GB, declared and not sent", differs("status", 413, raw(rig.place, declared).status))
    report.row("an address of 8 KB", differs("status", 200, rig.ask("/api/chair/1?" + "x" * 8000).status))
    report.row("an address of 9 KB", differs("status", 414, rig.ask("/api/chair/1?" + "x" * 9000).status))
    report.row("a header of 9 KB", differs("status", 400, rig.ask("/", headers={"Cookie": "x" * 9000}).status))


def every_kind_of_answer(rig: Rig) -> list[tuple[str, int, Answer]]:
    etag = rig.ask("/").header("ETag")
    bot = {"User-Agent": "Googlebot/2.1"}
    answers = [
        ("a page", 200, rig.ask("/")),
        ("a page's HEAD", 200, rig.ask("/", "HEAD")),
        ("a page that the browser has", 304, rig.ask("/", headers={"If-None-Match": etag})),
        ("an asset", 200, rig.ask("/assets/app-abc.js", headers={"Accept-Encoding": "br"})),
        ("part of an asset, whole", 200, rig.ask("/assets/app-abc.js", headers={"Range": "bytes=0-1"})),
        ("no part of an asset, whole", 200, rig.ask("/assets/app-abc.js", headers={"Range": "bytes=9999-"})),
        ("another file", 200, rig.ask("/robots.txt")),
        ("a picture", 200, rig.ask("/images/chair/all.png")),
        ("a missing picture", 404, rig.ask("/images/chair/missing.png")),
        ("a missing asset", 404, rig.ask("/assets/missing.js")),
        ("a missing file", 404, rig.ask("/missing.txt")),
        ("an unknown address", 404, rig.ask("/unknown")),
        ("a POST to a page", 404, rig.ask("/", "POST", body=b"x")),
        ("a read", 200, rig.ask("/api/chair/1")),
        ("a read, 404 by the app", 404, rig.ask("/api/chair/404")),
        ("a write", 200, rig.ask("/api/chair/buy/1", "POST", body=b"{}")),
        ("a crawler", 503, rig.ask("/", headers=bot)),
        ("a crawler's read", 503, rig.ask("/api/chair/1", headers=bot)),
        ("too large a body", 413, rig.ask(JSON_PATH, "POST", body=b"x" * 70_000)),
        ("too large a file", 413, rig.ask(CSV_PATH, "POST", body=b"x" * (8 * MIB + 1))),
        ("too long an address", 414, rig.ask("/" + "x" * 9000)),
        ("too long a header", 400, rig.ask("/", headers={"Cookie": "x" * 9000})),
        ("no Host", 400, raw(rig.place, b"GET / HTTP/1.1\r\n\r\n")),
        ("no HTTP", 400, raw(rig.place, b"GET / HTTP/1.1\r\nHost: x\r\n\x00: y\r\n\r\n")),
        ("TRACE", 405, rig.ask("/", "TRACE")),
    ]
    answers += refusals(rig)
    for app in rig.apps.values():
        app.behaviour = "hang_up"
    answers += [
        ("a write without an answer", 502, rig.ask("/api/chair/buy/1", "POST", body=b"{}")),
        ("a read without an answer", 503, rig.ask("/api/chair/1")),
        ("nazotte without an answer", 503, rig.ask(JSON_PATH, "POST", body=b"{}")),
    ]
    return answers


def refusals(rig: Rig) -> list[tuple[str, int, Answer]]:
    """An app that is busy, and in public who is no operator."""
    for app in rig.apps.values():
        app.behaviour = "busy"
    answers = [
        ("a busy app's read", 503, rig.ask("/api/chair/1")),
        ("a busy app's write", 503, rig.ask("/api/chair/buy/1", "POST", body=b"{}")),
    ]
    if rig.profile == PUBLIC:
        answers.append(("no operator", 403, rig.ask(CSV_PATH, "POST", {"Authorization": ""}, body=b"x")))
    return answers


def expected_headers() -> dict[str, str | None]:
    """In public browsers are told to come back by TLS."""
    return SECURITY | {"Strict-Transport-Security": "max-age=31536000" if Rig.profile == PUBLIC else None}


def has_security_headers(report: Report, name: str, status: int, answer: Answer) -> None:
    report.row(
        f"{name}: {status}",
        differs("status", status, answer.status),
        *(differs(header, value, answer.header(header)) for header, value in expected_headers().items()),
    )


def slow_clients(report: Report, rig: Rig) -> None:
    """All at once: each takes its ten seconds."""
    fixture.write(rig.site_root, ["index.html"])
    (rig.site_root / "large.json").write_bytes(b"x" * 64 * MIB)
    head = b"POST /api/chair/buy/1 HTTP/1.1\r\nHost: x\r\n"
    clients = {
        "silent from the start": lambda c: None,
        "stops in its headers": lambda c: c.sendall(head),
        "sends its headers byte by byte": lambda c: trickle(c, head),
        "stops in its body": lambda c: c.sendall(head + b"Content-Length: 100\r\n\r\nx"),
    }
    results: dict[str, float] = {}

    def measure(name: str, behave) -> None:
        with connect(rig.place, 30) as connection:
            start = time.monotonic()
            behave(connection)
            wait_for_end(connection)
            results[name] = time.monotonic() - start

    threads = [threading.Thread(target=measure, args=item) for item in clients.items()]
    for thread in threads:
        thread.start()
    sent, seconds = does_not_read(rig)
    for thread in threads:
        thread.join()
    for name in clients:
        report.row(name, is_ten_seconds(results.get(name, -1)))
    report.row("does not read", is_ten_seconds(seconds), None if sent < 64 * MIB else f"all {sent} bytes were sent")
    report.row("requests that reached an app", differs("number", 0, len(rig.received())))


def does_not_read(rig: Rig) -> tuple[int, float]:
    """The bytes that nginx got rid of, and the seconds until it gave up, by its log: such a client cannot see it."""
    with connect(rig.place) as connection:
        connection.sendall(b"GET /large.json HTTP/1.1\r\nHost: x\r\n\r\n")
        until(lambda: large_file(rig), "the client that does not read is in the log", 40)
    entry = large_file(rig)
    return int(entry["size"]), float(entry["reqtime"])


def large_file(rig: Rig) -> dict[str, str] | None:
    return next((entry for entry in entries(rig.access_log) if entry["uri"] == "/large.json"), None)


def is_ten_seconds(seconds: float) -> str | None:
    return None if 9 < seconds < 15 else f"seconds until closed: expected 10, got {seconds:.1f}"


def trickle(connection: socket.socket, text: bytes) -> None:
    """A byte each half second until the other side closes."""
    connection.settimeout(0.5)
    for position in range(len(text)):
        try:
            connection.sendall(text[position : position + 1])
            if not connection.recv(1):
                return
        except TimeoutError:
            continue
        except OSError:
            return


def wait_for_end(connection: socket.socket) -> None:
    """Reads until the other side closes or resets."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionError:
        pass
