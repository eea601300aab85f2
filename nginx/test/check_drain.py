"""Taking hosts out one after the other, as a deploy does, while browsers with idle connections go on: nobody notices."""

import threading
from http.client import HTTPConnection, HTTPException

from client import TIMEOUT_SECONDS, Place
from fake_app import FakeApp
from report import Report, differs
from rig import HOSTS, WRITER, Rig, until

BROWSERS = 8
REQUESTS = [("GET", "/api/chair/1"), ("POST", "/api/chair/buy/1"), ("POST", "/api/estate/nazotte")]


def run(report: Report) -> None:
    with report.table("a drained host gets nothing, and nobody notices"):
        restarts_every_host(report)
    with report.table("a host that is marked down gets nothing"):
        for host in HOSTS:
            gets_nothing(report, host)


class Browser(threading.Thread):
    """Asks over one connection, again and again, and repeats nothing: a connection that is closed on it is a failure."""

    def __init__(self, place: Place) -> None:
        super().__init__(daemon=True)
        self.connection = HTTPConnection(*place, timeout=TIMEOUT_SECONDS)
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
            self.done += 1

    def stop(self) -> None:
        self.stopped.set()
        self.join()
        self.connection.close()


def restarts_every_host(report: Report) -> None:
    with Rig(hosts=tuple(HOSTS)) as rig:
        browsers = [Browser(rig.place) for _ in range(BROWSERS)]

        def everyone_goes_on(rounds: int) -> None:
            goals = [browser.done + rounds for browser in browsers]
            until(lambda: all(b.done >= goal for b, goal in zip(browsers, goals)), f"{rounds} more rounds")

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
        for browser in browsers:
            browser.stop()
        report.row("all restarted", differs("failed requests", [], [f for b in browsers for f in b.failed]))
        logs = "".join(nginx.error_log.read_text() for nginx in rig.hosts.values())
        report.row("all restarted", differs("failures in nginx's logs", "", logs))


def gets_nothing(report: Report, host: str) -> None:
    with Rig(drained_hosts=[host]) as rig:
        answers = [rig.ask(path, method) for method, path in REQUESTS * 4]
        report.row(
            f"{host} down",
            differs("statuses", {200}, {answer.status for answer in answers}),
            differs("connections to it", 0, rig.apps[host].connection_count),
        )
