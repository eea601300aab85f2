"""Where people come in: connections are spread over the hosts' nginx, which know the client; a host that dies is not missed."""

import signal
import socket
import ssl
import time
from collections import Counter
from http.client import HTTPException

from check_log import entries
from client import Browser, Place, ask, connect, raw
from report import Report, differs
from rig import FRONT_HOST, HOSTS, THIS_HOST, Rig, until

READ = "/api/chair/1"
STRANGER = "127.0.0.9"
REQUEST = b"GET /api/chair/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
NAMED = b"PROXY TCP4 10.1.2.3 10.0.0.1 1000 80\r\n"
DEAD_WITHIN_SECONDS = 4
"""Two seconds are promised; this machine may be busy."""


def run(report: Report) -> None:
    with Rig(hosts=tuple(HOSTS), balanced=True) as rig:
        with report.table("connections are spread over the hosts, by weight"):
            are_spread(report, rig)
        with report.table("a host that is about to leave gets no new connection, and keeps those that it has"):
            leaves(report, rig, "isu3")
        with report.table("a host that dies is missed by nobody"):
            nginx_is_stopped(report, rig, "isu3", signal.SIGQUIT, "stopped")
            nginx_is_stopped(report, rig, "isu2", signal.SIGKILL, "killed")
            nginx_is_stopped(report, rig, FRONT_HOST, signal.SIGKILL, "killed, the balancer's own")
    with report.table("a host that is silent gets nothing more, and what it had is closed"):
        host_freezes(report)
        host_answers_no_syn(report)
    with report.table("the balancer serves with every host taken for dead"):
        with Rig(hosts=tuple(HOSTS), balanced=True, balancer_changes={"expect status 204": "expect status 599"}) as rig:
            until(lambda: only_the_front_host_answers(rig), "all are down")
            report.row("asked 6 times", differs("answered by", {FRONT_HOST}, {whose(rig.place) for _ in range(6)}))
    with Rig(balanced=True, logged=True) as rig, report.table("the client's address is known, and believed from the balancer alone"):
        address_is_logged(report, rig)
        strangers_are_refused(report, rig)


def only_the_front_host_answers(rig: Rig) -> bool:
    return {whose_if_any(rig.place) for _ in range(12)} == {FRONT_HOST}


def whose_if_any(place: Place) -> str | None:
    """None too for a connection that is closed: its host is just being taken for dead."""
    try:
        return whose(place)
    except (HTTPException, OSError):
        return None


def whose(place: Place) -> str | None:
    """The host that a new connection reaches: its own app answers reads."""
    return ask(place, READ).app


def status(place: Place) -> int | str:
    try:
        return ask(place, READ).status
    except ssl.SSLEOFError:
        return "RemoteDisconnected"  # while TLS was beginning
    except (HTTPException, OSError) as e:
        return type(e).__name__


class Person:
    """Has one connection, kept."""

    def __init__(self, place: Place) -> None:
        self.connection = Browser(place, DEAD_WITHIN_SECONDS)
        self.host = self.ask()

    def ask(self) -> str | None:
        self.connection.request("GET", READ)
        answer = self.connection.getresponse()
        answer.read()
        return answer.headers["X-App"]

    def is_closed(self) -> bool:
        """Waits for it, for as long as the connection's timeout; then closes it as well."""
        try:
            return self.connection.sock.recv(1) == b""
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False
        finally:
            self.connection.close()


def are_spread(report: Report, rig: Rig) -> None:
    people = [Person(rig.place) for _ in range(26)]
    report.row("26", differs("connections", {"isu1": 2, "isu2": 12, "isu3": 12}, dict(Counter(p.host for p in people))))
    report.row("asked again", differs("hosts", [p.host for p in people], [p.ask() for p in people]))
    for person in people:
        person.connection.close()


def leaves(report: Report, rig: Rig, host: str) -> None:
    people = [Person(rig.place) for _ in range(8)]
    theirs = [person for person in people if person.host == host]
    (rig.work / f"leaving-{host}").touch()
    until(lambda: host not in {whose(rig.place) for _ in range(12)}, f"{host} gets nothing new")
    report.row(
        f"{host} leaves",
        None if theirs else "nobody was connected to it",
        differs("of 12 new connections", 0, [whose(rig.place) for _ in range(12)].count(host)),
        differs("its connections, asked again", [host] * len(theirs), [person.ask() for person in theirs]),
    )
    for person in theirs:
        person.connection.close()
    # With the fewest connections of all it gets the next.
    (rig.work / f"leaving-{host}").unlink()
    until(lambda: whose(rig.place) == host, f"{host} gets connections again")
    for person in people:
        person.connection.close()


def nginx_is_stopped(report: Report, rig: Rig, host: str, how: signal.Signals, word: str) -> None:
    people = [Person(rig.place) for _ in range(8)]
    theirs = [person for person in people if person.host == host]
    others = [person for person in people if person.host != host]
    if how == signal.SIGKILL:
        rig.hosts[host].kill()
    else:
        rig.hosts[host].stop(how)
    answers = [status(rig.place) for _ in range(12)]
    report.row(
        f"{host} {word}",
        None if theirs else "nobody was connected to it",
        *all_but_one(answers),
        differs("kept connections to it that were closed", len(theirs), sum(person.is_closed() for person in theirs)),
        differs("other connections, asked again", [p.host for p in others], [p.ask() for p in others]),
    )
    rig.hosts[host].start()
    until(lambda: whose_if_any(rig.place) == host, f"{host} gets connections again")


def all_but_one(answers: list[int | str]) -> list[str | None]:
    """One connection may be in the making when its host is taken for dead, and is closed (README.md, When a host dies)."""
    return [
        differs("other statuses than 200, and closed", set(), set(answers) - {200, "RemoteDisconnected"}),
        differs("at most one was closed", True, answers.count("RemoteDisconnected") <= 1),
    ]


def host_freezes(report: Report) -> None:
    with Rig(hosts=tuple(HOSTS), balanced=True) as rig:
        people = [Person(rig.place) for _ in range(8)]
        theirs = next(person for person in people if person.host == "isu3")
        others = [person for person in people if person.host != "isu3"]
        rig.hosts["isu3"].every_process(signal.SIGSTOP)
        start = time.monotonic()
        try:
            answered = theirs.ask()
        except (HTTPException, OSError) as e:
            answered = type(e).__name__
        waited = time.monotonic() - start
        hosts = {whose(rig.place) for _ in range(12)}
        report.row(
            "isu3 frozen",
            differs("what one who had a request there got", "RemoteDisconnected", answered),
            None if waited < DEAD_WITHIN_SECONDS else f"seconds until then: expected 2, got {waited:.1f}",
            None if "isu3" not in hosts else "isu3 got new connections",
            differs("other connections, asked again", [p.host for p in others], [p.ask() for p in others]),
        )
        rig.hosts["isu3"].every_process(signal.SIGCONT)
        until(lambda: whose(rig.place) == "isu3", "isu3 gets connections again")


def host_answers_no_syn(report: Report) -> None:
    """As one without power. A full queue of connections that nobody accepts does the same."""
    with Rig(hosts=tuple(HOSTS), balanced=True) as rig, socket.socket() as deaf, socket.socket() as filler:
        port = rig.brought.port
        rig.hosts["isu3"].kill()
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        deaf.bind((HOSTS["isu3"], port))
        deaf.listen(0)
        filler.connect(deaf.getsockname())
        start = time.monotonic()
        answers = [status(rig.place) for _ in range(12)]
        seconds = time.monotonic() - start
        report.row(
            "isu3 does not answer a SYN",
            *all_but_one(answers),
            None if seconds < 3 else f"seconds for 12: expected at most 3, got {seconds:.1f}",
        )


def address_is_logged(report: Report, rig: Rig) -> None:
    rig.ask(READ, source=STRANGER)
    rig.ask(READ, source=STRANGER, headers={"X-Forwarded-For": "10.1.2.3", "X-Real-IP": "10.1.2.3"})
    ask(rig.direct, READ, source=STRANGER)
    until(lambda: len(entries(rig.access_log)) >= 3, "every request is in the log")
    logged = [(entry["host"], entry["uri"]) for entry in entries(rig.access_log)]
    report.row("through the balancer, and past it", differs("host and uri of what is logged", [(STRANGER, READ)] * 3, logged))


def strangers_are_refused(report: Report, rig: Rig) -> None:
    before = len(rig.received())
    report.row("the balancer names a client", differs("status", 200, raw(rig.brought, REQUEST, preface=NAMED).status))
    until(lambda: len(entries(rig.access_log)) >= 4, "it is in the log")
    report.row("that client is logged", differs("host", "10.1.2.3", entries(rig.access_log)[-1]["host"]))
    unknown = b"PROXY UNKNOWN\r\n"
    for name, line in {"names a client": NAMED, "says nothing": b"", "says that it is unknown": unknown}.items():
        report.row(f"a stranger there, who {name}", differs("answer", b"", answer_to(rig.brought, line)))
    unencrypted = rig.direct._replace(tls=None)
    report.row("one who names a client where people come", differs("status", 400, raw(unencrypted, NAMED + REQUEST).status))
    report.row("requests that reached an app", differs("number", 1, len(rig.received()) - before))
    others = [address for name, address in HOSTS.items() if name != THIS_HOST and listens(Place(address, rig.brought.port))]
    report.row("only the private address listens", differs("others that do", [], others))


def answer_to(place: Place, preface: bytes) -> bytes:
    """What a stranger gets, who says this first; without it TLS has not even begun."""
    try:
        with connect(place, source=STRANGER, preface=preface) as connection:
            connection.sendall(REQUEST)
            return connection.recv(1000)
    except OSError:
        return b""


def listens(place: Place) -> bool:
    try:
        connect(place).close()
        return True
    except ConnectionRefusedError:
        return False
