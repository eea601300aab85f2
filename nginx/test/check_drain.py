"""Taking hosts out one after the other, as a deploy does, while browsers with idle connections go on: nobody notices."""

import threading
from http.client import HTTPException

from client import Browser, Place
from fake_app import FakeApp
from report import Report, differs
from rig import HOSTS, WRITER, Rig, until

PEOPLE = 8
REQUESTS = [("GET", "/api/chair/1"), ("POST", "/api/chair/buy/1"), ("POST", "/api/estate/nazotte")]


def run(report: Report) -> None:
    with report.table("a drained host gets nothing, and nobody notices"):
        restarts_every_host(report)
    with report.table("a host that is marked down gets nothing"):
        for host in HOSTS:
            gets_nothing(report, host)


class Person(threading.Thread):
    """Asks over one connection, again and again, and repeats nothing: a connection that is closed on it is a failure."""

    def __init__(self, place: Place) -> None:
        super().__init__(daemon=True)
        self.place, self.connection = place, Browser(place)
        self.done = 0
        self.failed: list[str] = []
        self.stopped = threading.Event()
        self.start()

    def run(self) -> None:
        while not self.stopped.is_set():
            for method, path in REQUESTS:
                try:
                    self.connection.request(method, path)
                    answer = self.connection.getresponse()
                    answer.read()
                    if answer.status != 200:
                        self.failed.append(f"{method} {path}: {answer.status}")
                except (OSError, HTTPException) as e:
                    self.failed.append(f"{method} {path}: {e!r}")
                    self.connection.close()
                    self.connection = Browser(self.place)
            self.done += 1

    def stop(self) -> None:
        self.stopped.set()
        self.join()
        self.connection.close()


def restarts_every_host(report: Report) -> None:
    with Rig(hosts=tuple(HOSTS), balanced=True) as rig:
        people = [Person(rig.place) for _ in range(PEOPLE)]
        try:
            each_in_turn(report, rig, people)
        finally:
            for person in people:
                person.stop()
        report.row("all restarted", differs("failed requests", [], [f for p in people for f in p.failed]))
        logs = "".join(nginx.error_log.read_text() for nginx in rig.hosts.values())
        report.row("all restarted", differs("failures in nginx's logs", "", logs))


def each_in_turn(report: Report, rig: Rig, people: list[Person]) -> None:
    def everyone_goes_on(rounds: int) -> None:
        goals = [person.done + rounds for person in people]
        until(lambda: all(p.done >= goal for p, goal in zip(people, goals)), f"{rounds} more rounds")

    for host in [*(HOSTS.keys() - {WRITER}), WRITER]:
        app = rig.apps[host]
        until(lambda: app.received, f"{host} gets requests")
        (rig.drained / host).touch()
        everyone_goes_on(2)
        before = len(app.received)
        everyone_goes_on(10)
        report.row(f"{host} drained", differs("requests that reached it", 0, len(app.received) - before))
        app.stop()
        everyone_goes_on(10)
        rig.apps[host] = FakeApp(host, HOSTS[host], rig.app_port)
        (rig.drained / host).unlink()
        until(lambda: rig.apps[host].received, f"{host} gets requests again")


def gets_nothing(report: Report, host: str) -> None:
    with Rig(drained_hosts=[host]) as rig:
        answers = [rig.ask(path, method) for method, path in REQUESTS * 4]
        report.row(
            f"{host} down",
            differs("statuses", {200}, {answer.status for answer in answers}),
            differs("connections to it", 0, rig.apps[host].connection_count),
        )
