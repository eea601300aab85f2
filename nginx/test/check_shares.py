"""How much one address may ask, and all together: in public alone, but for uploads."""

import socket
import time

import fixture
from check_overload import at_most, is_refusal
from check_reads import misbehave
from client import Place, ask, connect, read
from report import Report, differs
from rig import CONTEST, CREDENTIAL, THIS_HOST, WRITER, Rig, until

TOO_MUCH = "Nothing was done, so try again, less often: this is more than one address may ask, or all together"
HOG, OTHER = "127.0.0.21", "127.0.0.22"
# name, setting, a request of that class, one that is not
CLASSES = [
    ("reads", "isuumo_limit_reads", ("GET", "/api/chair/1"), ("POST", "/api/chair/buy/1")),
    ("sends", "isuumo_limit_sends", ("POST", "/api/chair/buy/1"), ("GET", "/api/chair/1")),
    ("drawings", "isuumo_limit_sends", ("POST", "/api/estate/nazotte"), ("GET", "/robots.txt")),
    ("uploads", "isuumo_limit_operations", ("POST", "/api/estate"), ("POST", "/api/chair/buy/1")),
    ("initializations", "isuumo_limit_operations", ("POST", "/initialize"), ("GET", "/api/estate")),
]
BURST = 5


def run(report: Report) -> None:
    contest = Rig.profile == CONTEST
    with report.table("nobody is refused for asking often" if contest else "who asks too often is refused, and nobody else"):
        for name, setting, asked, other in CLASSES:
            is_limited(report, name, setting, asked, other, contest)
    with report.table("uploads at the same time are limited"):
        uploads_are_limited(report)
    if contest:
        return
    with report.table("requests in flight are limited, for an address and for all"):
        requests_in_flight_are_limited(report)
    with report.table("connections to the balancer are limited, for an address"):
        connections_are_limited(report)


def is_limited(
    report: Report, name: str, setting: str, asked: tuple[str, str], other: tuple[str, str], contest: bool
) -> None:
    """Through the balancer: it is the client's address that counts."""
    with Rig(balanced=True, **{setting: {"rate": "1r/s", "burst": BURST}}) as rig:
        fixture.write(rig.site_root, fixture.SITE)
        start = time.monotonic()
        answers = [request(rig.place, HOG, *asked) for _ in range(20)]
        seconds = time.monotonic() - start
        refused = [answer for answer in answers if answer.status != 200]
        reached = len(rig.received())
        report.row(
            f"20 {name}",
            differs("someone is refused", not contest, bool(refused)),
            None if contest else at_most("answered", BURST + 2 + int(seconds), 20 - len(refused)),
            None if contest else at_most("refused", 20 - BURST, len(refused)),
            differs("requests that reached an app", 20 - len(refused), reached),
            differs("status of another address", 200, request(rig.place, OTHER, *asked).status),
            differs("status of another class", 200, request(rig.place, HOG, *other).status),
            *(is_refusal(refused[0], TOO_MUCH) if refused else []),
        )


def request(place: Place, source: str, method: str, path: str):
    return ask(place, path, method, CREDENTIAL, body=b"x" if method == "POST" else None, source=source)


def uploads_are_limited(report: Report) -> None:
    with Rig(isuumo_limit_uploads=2) as rig:
        misbehave(rig, "silent", WRITER)
        held = hold(rig, HOG, 2, "/api/chair")
        report.row(
            "two under way",
            *is_refusal(request(rig.place, OTHER, "POST", "/api/estate"), TOO_MUCH),
            differs("status of a read", 200, request(rig.place, OTHER, "GET", "/api/chair/1").status),
        )
        misbehave(rig, "answer", WRITER)
        held.pop().close()
        until(lambda: request(rig.place, OTHER, "POST", "/api/chair").status == 200, "there is room for one again")
        held.pop().close()


def requests_in_flight_are_limited(report: Report) -> None:
    with Rig(isuumo_limit_in_flight=3, isuumo_limit_all_in_flight=5) as rig:
        fixture.write(rig.site_root, fixture.SITE)
        misbehave(rig, "silent", WRITER)
        held = hold(rig, HOG, 3)
        for path in ("/api/chair/1", "/robots.txt"):
            report.row(
                f"{path}, three in flight",
                *is_refusal(request(rig.place, HOG, "GET", path), TOO_MUCH),
                differs("status of another address", 200, request(rig.place, OTHER, "GET", path).status),
            )
        held += hold(rig, OTHER, 2)
        report.row("five of all", *is_refusal(request(rig.place, "127.0.0.23", "GET", "/robots.txt"), TOO_MUCH))
        for connection in held:
            connection.close()
        rig.apps[WRITER].stop()
        until(lambda: request(rig.place, HOG, "GET", "/api/chair/1").app == THIS_HOST, "there is room again")


def hold(rig: Rig, source: str, number: int, path: str = "/api/chair/buy/1") -> list:
    """Requests that the app does not answer."""
    lines = "".join(f"{header}: {value}\r\n" for header, value in CREDENTIAL.items())
    before = len(rig.received())
    connections = [connect(rig.place, source=source) for _ in range(number)]
    for connection in connections:
        connection.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\n{lines}Content-Length: 1\r\n\r\nx".encode())
    until(lambda: len(rig.received()) == before + number, "the app has them")
    return connections


def connections_are_limited(report: Report) -> None:
    with Rig(balanced=True, isuumo_limit_connections=5) as rig:
        held = [answered(place) for place in [rig.place] * 4 + [rig.port_80]]
        for place in (rig.place, rig.port_80):
            report.row(f"a sixth, on {place.port}", differs("is closed", True, is_closed(place)))
        report.row("another address", differs("status", 200, request(rig.place, OTHER, "GET", "/api/chair/1").status))
        held.pop().close()
        until(lambda: not is_closed(rig.place), "there is room for one again")
        for connection in held:
            connection.close()


def answered(place: Place) -> socket.socket:
    """A connection that was used, so that the balancer has counted it; before, it may be made and wait to be taken."""
    connection = connect(place, source=HOG)
    connection.sendall(b"GET /api/chair/1 HTTP/1.1\r\nHost: x\r\n\r\n")
    read(connection)
    return connection


def is_closed(place: Place) -> bool:
    try:
        return request(place, HOG, "GET", "/api/chair/1").status not in (200, 308)
    except OSError:
        return True
