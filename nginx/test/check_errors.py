"""What nginx refuses by itself: addresses that are not plain, and requests that it cannot read. Each is answered as JSON."""

import json

import fixture
from client import raw
from report import Report, differs
from rig import Rig

JSON = "application/json; charset=UTF-8"

# An empty or dot segment, an encoded slash or backslash, a backslash, a #
NOT_PLAIN = [
    "//",
    "//api/chair/1",
    "/api//chair/1",
    "/api/chair//1",
    "/api/chair/1//",
    "/api%2fchair/1",
    "/api/chair%2F1",
    "/%2f",
    "/api/chair/1%5c",
    "/api%5Cchair/1",
    "/api\\chair/1",
    "/api/chair/1\\",
    "/./api/chair/1",
    "/api/./chair/1",
    "/api/chair/.",
    "/api/chair/./",
    "/api/chair/..",
    "/api/chair/../chair/1",
    "/api/%2e/chair/1",
    "/api/%2E%2e/api/chair/1",
    "/api/.%2e/api/chair/1",
    "/api/chair/%2e?x=1",
    "/api/chair/..?x=1",
    "/api/chair/1#x",
    "/api/chair/1#?x",
    "/chair//1",
    "/chair/%2f",
    "/assets//app-abc.js",
    "/assets/../index.html",
    "/images/chair/./all.png",
    "//healthz",
    "/healthz/../version",
]

# What only looks like one of those
PLAIN = [
    "/api/chair/1?x=//../%2f\\",
    "/api/chair/...",
    "/api/chair/.a",
    "/api/chair/..a",
    "/api/chair/a..",
    "/api/chair/%2ea",
    "/api/ch%61ir/1",
    "/api/chair/%252f",
    "/api/chair/%E6%A4%85",
    "/api/chair/",
]

SEMICOLONS = ["/api/chair/1;x", "/api/;/chair/1", "/api/..;/..;/healthz", "/api/chair/1%3b", "/chair/1%3B", "/;", "/robots.txt;"]

HEAD = b"GET /api/chair/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
POST = b"POST /api/chair HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer of-an-operator\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"

# name, bytes, status
UNREADABLE = [
    ("no request line", b"garbage\r\n\r\n", 400),
    ("no address", b"GET HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("an address without a slash", b"GET api HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("a percent that encodes nothing", b"GET /api/chair/%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("an encoded NUL", b"GET /api/chair/%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("out of the root", b"GET /../api/chair/1 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("no Host", b"GET / HTTP/1.1\r\n\r\n", 400),
    ("two Hosts", b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
    ("a control in a header's name", b"GET / HTTP/1.1\r\nHost: x\r\n\x00: y\r\n\r\n", 400),
    ("a header of 9 KB", b"GET / HTTP/1.1\r\nHost: x\r\nCookie: " + b"x" * 9000 + b"\r\n\r\n", 400),
    ("the same to an address that is not plain", b"GET // HTTP/1.1\r\nHost: x\r\nCookie: " + b"x" * 9000 + b"\r\n\r\n", 404),
    ("an address of 9 KB", b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
    ("TRACE", b"TRACE /api/chair/1 HTTP/1.1\r\nHost: x\r\n\r\n", 405),
    ("TRACE of a page", b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 405),
    ("HTTP/3.0", b"GET / HTTP/3.0\r\nHost: x\r\n\r\n", 505),
    ("an unknown transfer coding", HEAD + b"Transfer-Encoding: rot13\r\n\r\n", 501),
    ("a length that is none", HEAD + b"Content-Length: x\r\n\r\n", 400),
    ("a negative length", HEAD + b"Content-Length: -1\r\n\r\n", 400),
    ("a length and chunks", POST + b"Content-Length: 5\r\n" + CHUNKED + b"0\r\n\r\n", 400),
    ("no chunk, a read", HEAD + CHUNKED + b"zz\r\n\r\n", 400),
    ("no chunk, a write", POST.replace(b"chair", b"chair/buy/1") + CHUNKED + b"zz\r\n\r\n", 400),
    ("no chunk, a drawing", POST.replace(b"chair", b"estate/nazotte") + CHUNKED + b"zz\r\n\r\n", 400),
    ("no chunk, documents", POST.replace(b"chair", b"estate/req_doc/1") + CHUNKED + b"1\r\n{}\r\n", 400),
    ("no chunk, initialize", POST.replace(b"/api/chair", b"/initialize") + CHUNKED + b"zz\r\n\r\n", 400),
    ("a chunk of 17 digits", POST + CHUNKED + b"fffffffffffffffff\r\n\r\n", 400),
    ("a chunk longer than its size", POST + CHUNKED + b"1\r\nxyz\r\n0\r\n\r\n", 400),
]


def run(report: Report) -> None:
    with Rig() as rig:
        fixture.write(rig.site_root, fixture.SITE)
        with report.table("an address that the app would read otherwise goes to nobody"):
            for method in ("GET", "POST", "HEAD"):
                for path in NOT_PLAIN:
                    is_refused(report, rig, method, path, 404)
                for path in SEMICOLONS:
                    is_refused(report, rig, method, path, 400)
            for path in PLAIN:
                report.row(path, differs("status", 200, rig.ask(path).status))
        with report.table("what cannot be read is answered as JSON"):
            for name, request, status in UNREADABLE:
                before = len(rig.received())
                answer = raw(rig.place, request)
                report.row(name, *is_json(answer, status), differs("requests", 0, len(rig.received()) - before))
        with report.table("the app's own 400 to a drawing arrives"):
            for app in rig.apps.values():
                app.status = 400
            answer = rig.ask("/api/estate/nazotte", "POST", body=b"{}")
            report.row("nazotte", differs("status", 400, answer.status), differs("from an app", True, answer.app is not None))
            chunks = POST.replace(b"chair", b"estate/nazotte") + CHUNKED + b"2\r\n{}\r\n0\r\n\r\n"
            answer = raw(rig.place, chunks)
            report.row("in chunks", differs("status", 400, answer.status), differs("from an app", True, answer.app is not None))


def is_refused(report: Report, rig: Rig, method: str, path: str, status: int) -> None:
    before = len(rig.received())
    answer = rig.ask(path, method, body=b"{}" if method == "POST" else None)
    problems = is_json(answer, status) if method != "HEAD" else [differs("status", status, answer.status)]
    report.row(f"{method} {path}", *problems, differs("requests that reached an app", 0, len(rig.received()) - before))


def is_json(answer, status: int) -> list[str | None]:
    problems = [differs("status", status, answer.status), differs("type", JSON, answer.header("Content-Type"))]
    try:
        text = json.loads(answer.body)["error"]
        problems.append(None if len(text) > 10 else f"the error says {text!r}")
    except (ValueError, KeyError, TypeError):
        problems.append(f"no error as JSON: {answer.body[:80]!r}")
    return problems
