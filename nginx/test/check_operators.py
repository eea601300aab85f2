"""In public, who shows no credential is refused before a body is read, and one that is wrong before the body has come."""

import json

from client import ask, connect, read
from report import Report, differs
from rig import CONTEST, CREDENTIAL, WRITER, Rig

MIB = 1024 * 1024
ADDRESSES = ["/initialize", "/api/chair", "/api/estate"]
UPLOADS = ADDRESSES[1:]
PROMPTLY_SECONDS = 5
"""Without it nginx would wait for ten seconds, and then say nothing."""


def run(report: Report) -> None:
    with Rig() as rig:
        if rig.profile == CONTEST:
            with report.table("anybody may upload and initialize"):
                for path in ADDRESSES:
                    answer = ask(rig.place, path, "POST", body=b"x")
                    report.row(path, differs("status", 200, answer.status), differs("from", WRITER, answer.app))
            return
        with report.table("who shows no credential is refused at once"):
            for path in ADDRESSES:
                for headers in ({}, {"Authorization": ""}):
                    is_refused(report, rig, path, headers)
            for path in UPLOADS:
                is_refused_early(report, rig, path, {}, None)
        with report.table("the app refuses a wrong credential before the body has come"):
            rig.apps[WRITER].behaviour = "strict"
            for path in UPLOADS:
                is_refused_early(report, rig, path, CREDENTIAL, WRITER)
    # With apps of their own: those above may still be reading.
    with Rig() as rig, report.table("a credential arrives, with the body"):
        for path in ADDRESSES:
            arrives(report, rig, path)


def is_refused(report: Report, rig: Rig, path: str, headers: dict[str, str]) -> None:
    before = sum(app.connection_count for app in rig.apps.values())
    answer = ask(rig.place, path, "POST", headers, body=b"x")
    report.row(
        f"{path}, {headers}",
        differs("status", 403, answer.status),
        differs("type", "application/json; charset=UTF-8", answer.header("Content-Type")),
        differs("an error", True, "operators" in json.loads(answer.body)["error"]),
        differs("connections to apps", 0, sum(app.connection_count for app in rig.apps.values()) - before),
    )


def is_refused_early(report: Report, rig: Rig, path: str, headers: dict[str, str], by: str | None) -> None:
    """The client has sent 64 KiB of seven MiB, and waits. Then it sends the rest all the same, as many do."""
    before = len(rig.received())
    lines = {"Host": "x", "Content-Length": str(7 * MIB)} | headers
    head = f"POST {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items()) + "\r\n"
    with connect(rig.place, PROMPTLY_SECONDS) as connection:
        connection.sendall(head.encode() + b"x" * 65536)
        try:
            answer = read(connection)
        except TimeoutError:
            report.row(f"{path}, {headers}", f"no answer within {PROMPTLY_SECONDS} seconds")
            return
    bodies = sum(len(request.body) for _, request in rig.received()[before:] if request.path == path)
    whole = ask(rig.place, path, "POST", headers, body=b"x" * 7 * MIB)
    report.row(
        f"{path}, {headers}",
        differs("status", 403, answer.status),
        differs("from", by, answer.app),
        differs("the app got the body", False, bodies > 65536),
        differs("status of the whole", 403, whole.status),
    )


def arrives(report: Report, rig: Rig, path: str) -> None:
    body = b"x" * (7 * MIB if path in UPLOADS else 1000)
    answer = ask(rig.place, path, "POST", CREDENTIAL, body=body)
    name, request = rig.received()[-1]
    report.row(
        path,
        differs("status", 200, answer.status),
        differs("received by", WRITER, name),
        differs("Authorization", CREDENTIAL["Authorization"], request.headers.get("Authorization")),
        differs("body", True, request.body == body),
    )
