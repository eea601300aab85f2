"""A busy app is not taken for a dead one, a dead one costs the others little, and clients that do not read hold little."""

import json
import time
from pathlib import Path

from check_reads import misbehave
from client import connect, raw
from report import Report, differs
from rig import CONTEST, CREDENTIAL, THIS_HOST, WRITER, Rig, until

KIB = 1024
BUSY = "Nothing was done, so try again: the server is busy"
# method, address, who is asked
ADDRESSES = [
    ("GET", "/api/chair/1", THIS_HOST),
    ("POST", "/api/estate/nazotte", THIS_HOST),
    ("POST", "/api/estate/req_doc/1", THIS_HOST),
    ("POST", "/api/chair/buy/1", WRITER),
    ("POST", "/api/chair", WRITER),
    ("POST", "/api/estate", WRITER),
    ("POST", "/initialize", WRITER),
    ("POST", "/api/unknown", WRITER),
    ("DELETE", "/api/chair/1", WRITER),
]
# What else an app says; 503 of a read leads elsewhere (check_reads.py), and 413 nginx says itself.
OWN_STATUSES = (400, 403, 404, 405, 409, 415, 500, 507)

SLOW_READERS = 60
ANSWER_BYTES = 600 * KIB
HELD_KIB = {"contest": (90, 120), "public": (100, 195)}
"""At least, or the test sees nothing, and at most: 96 KiB of buffers, the connection and the request; TLS has its own."""


def run(report: Report) -> None:
    with Rig() as rig:
        with report.table("a busy app's 429 goes out as 503, nobody else is asked and no failure counted"):
            misbehave(rig, "busy", *rig.apps)
            for method, path, name in ADDRESSES:
                is_busy(report, rig, method, path, name)
            for method, path, name in ADDRESSES:
                says_so_itself(report, rig, method, path, name)
            misbehave(rig, "answer", *rig.apps)
            for method, path, name in ADDRESSES:
                answers = {rig.ask(path, method).app for _ in range(6)}
                report.row(f"{method} {path} afterwards", differs("answered by", {name}, answers))
        with report.table("what else an app says arrives as it said it"):
            for status in OWN_STATUSES:
                for method, path, name in ADDRESSES:
                    passes(report, rig, status, method, path, name)
    with report.table("an app that closes on uploads is not taken for a dead one"):
        with Rig() as rig:
            closes_on_uploads(report, rig)
    with report.table("an app that fails is asked three times, and then once in two seconds"):
        for behaviour in ("hang_up", "unavailable"):
            is_given_up(report, behaviour)
        nobody_can(report)
    with report.table("a client that does not read holds little memory"):
        holds_little(report)


def is_busy(report: Report, rig: Rig, method: str, path: str, name: str) -> None:
    before = len(rig.received())
    answers = [rig.ask(path, method, body=b"{}") for _ in range(4)]
    report.row(
        f"{method} {path}",
        *is_refusal(answers[0], BUSY),
        differs("statuses", {503}, {answer.status for answer in answers}),
        differs("asked", [name] * 4, [asked for asked, _ in rig.received()[before:]]),
    )


def is_refusal(answer, text: str) -> list[str | None]:
    return [
        differs("status", 503, answer.status),
        differs("Retry-After", "1", answer.header("Retry-After")),
        differs("type", "application/json; charset=UTF-8", answer.header("Content-Type")),
        differs("error", text, json.loads(answer.body)["error"] if answer.body.startswith(b"{") else answer.body),
        differs("from an app", None, answer.app),
    ]


def says_so_itself(report: Report, rig: Rig, method: str, path: str, name: str) -> None:
    """Where a body comes in chunks (snippets/api.conf)."""
    before = len(rig.received())
    head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIsuumo-Busy-Status: 200\r\n"
    head += "".join(f"{header}: {value}\r\n" for header, value in CREDENTIAL.items())
    answer = raw(rig.place, head.encode() + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
    received = rig.received()[before:]
    report.row(
        f"{method} {path}, in chunks",
        differs("status", 503, answer.status),
        differs("from", name, answer.app),
        differs("asked", [name], [asked for asked, _ in received]),
        differs("Isuumo-Busy-Status", None, received[0][1].headers.get("Isuumo-Busy-Status")),
    )


def passes(report: Report, rig: Rig, status: int, method: str, path: str, name: str) -> None:
    for app in rig.apps.values():
        app.status, app.headers = status, {"Allow": "GET", "Retry-After": "7"}
    answer = rig.ask(path, method, body=b"{}")
    report.row(
        f"{method} {path}: {status}",
        differs("status", status, answer.status),
        differs("from", name, answer.app),
        differs("body", rig.apps[name].body, answer.body),
        differs("Allow", "GET", answer.header("Allow")),
        differs("Retry-After", "7", answer.header("Retry-After")),
    )


def closes_on_uploads(report: Report, rig: Rig) -> None:
    """As one that has answered before it has read all: nginx, still sending, may not see that answer."""
    for path in ("/api/chair", "/api/estate"):
        rig.apps[WRITER].behaviour = "cut"
        statuses = {rig.ask(path, "POST", body=b"x" * KIB * KIB).status for _ in range(2)}
        rig.apps[WRITER].behaviour = "answer"
        report.row(
            f"2 uploads to {path}",
            differs("statuses", {502}, statuses),
            differs("a purchase goes to", WRITER, rig.ask("/api/chair/buy/1", "POST").app),
            differs("an upload goes to", WRITER, rig.ask(path, "POST", body=b"x").app),
        )


def is_given_up(report: Report, behaviour: str) -> None:
    with Rig() as rig:
        misbehave(rig, behaviour, THIS_HOST)
        start = time.monotonic()
        answers = [rig.ask("/api/chair/1") for _ in range(60)]
        seconds = time.monotonic() - start
        asked = [name for name, _ in rig.received()]
        report.row(
            f"{THIS_HOST} {behaviour}",
            differs("statuses", {200}, {answer.status for answer in answers}),
            at_most("times it was asked", 3 + 1 + int(seconds / 2), asked.count(THIS_HOST)),
            differs("times the others were", 60, len(asked) - asked.count(THIS_HOST)),
        )


def nobody_can(report: Report) -> None:
    """Each request asks the writer, which is never given up, and each other until that is."""
    with Rig() as rig:
        misbehave(rig, "unavailable", *rig.apps)
        start = time.monotonic()
        statuses = {rig.ask("/api/chair/1").status for _ in range(60)}
        most = 2 * (3 + 1 + int((time.monotonic() - start) / 2))
        asked = [name for name, _ in rig.received()]
        report.row(
            "nobody can",
            differs("statuses", {503}, statuses),
            at_most("times the writer was asked", 60, asked.count(WRITER)),
            at_most("times the others were", most, len(asked) - asked.count(WRITER)),
        )


def at_most(what: str, most: int, number: int) -> str | None:
    return None if number <= most else f"{what}: expected at most {most}, got {number}"


def holds_little(report: Report) -> None:
    """The kernel's send buffers, which would take it all, are small here, so that nginx is left with the answers."""
    tls = "" if Rig.profile == CONTEST else "    include snippets/tls.conf;\n"
    listen = f"default_server;\n{tls}\n    include snippets/rules.conf;"
    small = {listen: listen.replace(";", " sndbuf=16k;", 1)}
    with Rig({"worker_processes auto;": "worker_processes 1;"} | small) as rig:
        app = rig.apps[THIS_HOST]
        rig.ask("/api/chair/1")
        app.body = b"x" * ANSWER_BYTES
        (worker,) = rig.first.workers()
        before, received = memory_kib(worker), len(app.received)
        connections = [connect(rig.place) for _ in range(SLOW_READERS)]
        for connection in connections:
            connection.sendall(b"GET /api/chair/1 HTTP/1.1\r\nHost: x\r\n\r\n")
        until(lambda: len(app.received) >= received + SLOW_READERS, "everybody has asked")
        held = settled(lambda: memory_kib(worker)) - before
        for connection in connections:
            connection.close()
        least, most = HELD_KIB[rig.profile]
        each = held // SLOW_READERS
        report.row(f"{SLOW_READERS} of {ANSWER_BYTES // KIB} KiB", None if least <= each <= most else f"KiB each: {each}")


def settled(measure) -> int:
    """As soon as it is the same three times."""
    values: list[int] = []
    until(lambda: values.append(measure()) or time.sleep(0.1) or len(values) > 2 and len(set(values[-3:])) == 1, "memory settles")
    return values[-1]


def memory_kib(process: str) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
