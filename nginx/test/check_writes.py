"""A write goes to another host only if nothing of it was sent: what may have been received is never repeated."""

import socket

from check_reads import behaviours, misbehave
from report import Report, differs
from rig import HOSTS, WRITER, Rig

WRITES = ["/api/chair/buy/1", "/api/chair", "/api/estate", "/initialize", "/api/unknown"]
OTHERS = set(HOSTS) - {WRITER}
IMPATIENT = {"proxy_read_timeout 35000ms;": "proxy_read_timeout 300ms;"}


def run(report: Report) -> None:
    with report.table("a write that the writer may have received is not repeated"):
        for path in WRITES:
            is_not_repeated(report, path, "hang_up", 502, received=1)
            is_not_repeated(report, path, "unavailable", 503, received=1)
            if "slam" in behaviours():
                is_not_repeated(report, path, "cut", 502, received=0)
        for path in WRITES[:-1]:
            if "silent" in behaviours():
                is_not_repeated(report, path, "silent", 504, received=1, changes=IMPATIENT)
    with report.table("a write whose connection the writer refuses goes to a backup"):
        for path in WRITES:
            goes_to_a_backup(report, path)
        goes_to_a_backup_when_connections_are_dropped(report)
        comes_back_to_the_writer(report)
    with report.table("a write is answered 502 when no host takes it"):
        for path in WRITES:
            nobody_takes_it(report, path)


def is_not_repeated(
    report: Report, path: str, behaviour: str, status: int, received: int, changes: dict[str, str] | None = None
) -> None:
    with Rig(changes) as rig:
        misbehave(rig, behaviour, WRITER)
        answer = rig.ask(path, "POST", body=b'{"email":"a@example.com"}')
        report.row(
            f"POST {path}, the writer {behaviour}",
            differs("status", status, answer.status),
            differs("times an app received it", received, len(rig.received())),
            differs("connections to other hosts", 0, sum(rig.apps[name].connection_count for name in OTHERS)),
        )


def goes_to_a_backup(report: Report, path: str) -> None:
    with Rig() as rig:
        misbehave(rig, "dead", WRITER)
        body = b'{"email":"a@example.com"}' * 100
        answers = [rig.ask(path, "POST", body=body) for _ in range(4)]
        report.row(
            f"POST {path}, the writer dead",
            differs("statuses", {200}, {answer.status for answer in answers}),
            differs("answered by another host", set(), {answer.app for answer in answers} - OTHERS),
            differs("times an app received it", 4, len(rig.received())),
            differs("bodies", {body}, {request.body for _, request in rig.received()}),
        )


def goes_to_a_backup_when_connections_are_dropped(report: Report) -> None:
    """As a host without power: nobody answers a SYN. A full queue of connections that nobody accepts does the same."""
    with Rig() as rig, socket.socket() as deaf, socket.socket() as filler:
        rig.apps[WRITER].stop()
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        deaf.bind((HOSTS[WRITER], rig.app_port))
        deaf.listen(0)
        filler.connect(deaf.getsockname())
        answer = rig.ask("/api/chair/buy/1", "POST", body=b"{}")
        report.row(
            "POST, the writer does not answer a SYN",
            differs("status", 200, answer.status),
            differs("times an app received it", 1, len(rig.received())),
        )


def comes_back_to_the_writer(report: Report) -> None:
    """After fail_timeout, a second, the writer is tried again."""
    with Rig() as rig:
        rig.apps[WRITER].behaviour = "hang_up"
        failed = rig.ask("/api/chair/buy/1", "POST", body=b"{}")
        rig.apps[WRITER].behaviour = "answer"
        answers = []
        while WRITER not in answers and len(answers) < 10_000:
            answers.append(rig.ask("/api/chair/buy/1", "POST", body=b"{}").app)
        report.row(
            "POST, the writer hangs up once",
            differs("status", 502, failed.status),
            differs("next answered by another host", True, answers[0] in OTHERS),
            differs("at last answered by", WRITER, answers[-1]),
        )


def nobody_takes_it(report: Report, path: str) -> None:
    with Rig() as rig:
        misbehave(rig, "dead", *rig.apps)
        answer = rig.ask(path, "POST", body=b"{}")
        report.row(
            f"POST {path}, all dead",
            differs("status", 502, answer.status),
            differs("type", "application/json; charset=UTF-8", answer.header("Content-Type")),
        )
