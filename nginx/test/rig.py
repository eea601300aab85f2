"""The front, started from this project's files: the balancer, one host's nginx or every host's, and three fake apps."""

import shutil
import socket
from pathlib import Path

from client import Answer, ask
from configuration import CONFIGURATION, FRONT_HOST, HOSTS, WRITER  # noqa: F401 (for the tables)
from fake_app import FakeApp, Received
from server import Nginx, Server, balancer, until  # noqa: F401 (for the tables)

THIS_HOST = "isu2"
"""The host whose nginx runs where one is enough: another than the writer, so that its own app is told from the writer's."""
PORTS = range(19300, 19350)


class Rig:
    """Fresh apps, and servers that remember no failure. Use it as a context manager."""

    nginx: Path
    haproxy: Path
    work: Path

    @classmethod
    def configure(cls, nginx: Path, modules: Path, haproxy: Path, work: Path) -> None:
        cls.nginx, cls.haproxy, cls.work = nginx, haproxy, work
        prefix = work / "prefix"
        prefix.mkdir(parents=True, exist_ok=True)
        (prefix / "modules").unlink(missing_ok=True)
        (prefix / "modules").symlink_to(modules)

    def __init__(
        self,
        changes: dict[str, str] | None = None,
        hosts: tuple[str, ...] = (THIS_HOST,),
        balancer_changes: dict[str, str] | None = None,
        **variables: object,
    ) -> None:
        """
        ``changes``: see ``configuration.install``; ``balancer_changes``: the same in HAProxy's. ``hosts``: whose nginx runs and is
        known to the balancer; clients come to that one, or with another isuumo_front than "one" to the first host's nginx.
        ``variables``: for the templates.
        """
        front, plain, http, self.app_port = free_ports(4)
        self.site_root, self.data_root = self.work / "site", self.work / "data"
        self.drained = self.work / "drained"
        shutil.rmtree(self.drained, ignore_errors=True)
        self.drained.mkdir(parents=True)
        variables = {
            "isuumo_app_port": self.app_port,
            "isuumo_http_port": http,
            "isuumo_site_root": str(self.site_root),
            "isuumo_data_root": str(self.data_root),
        } | variables
        ports = {"plain": plain, "http": http}
        self.hosts = {host: Nginx(host, self.nginx, self.work, ports, changes or {}, variables) for host in hosts}
        self.first = self.hosts[hosts[0]]
        self.balancer: Server | None = None
        self.plain, self.http = self.first.plain, (self.first.plain[0], http)
        self.place = self.plain
        known = {"groups": {"isuumo": list(hosts)}}
        every_host = variables.get("groups", {}).get("isuumo", HOSTS)
        if variables.get("isuumo_front", "one") == "one" and len(every_host) > 1:
            known |= {"inventory_hostname": FRONT_HOST} | variables
            self.balancer = balancer(self.haproxy, self.work, front, balancer_changes or {}, known)
            self.place = ("127.0.0.1", front)
        self.access_log, self.error_log = self.first.access_log, self.first.error_log
        self.apps = {name: FakeApp(name, address, self.app_port) for name, address in HOSTS.items()}

    def servers(self) -> list[Server]:
        return [*self.hosts.values(), *([self.balancer] if self.balancer else [])]

    def __enter__(self) -> "Rig":
        try:
            for server in self.servers():
                server.start()
            for server in self.servers():
                until(server.listens, "it listens")
            until(lambda: all(nginx.workers() for nginx in self.hosts.values()), "nginx has its workers")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for server in reversed(self.servers()):
            server.stop()
        for app in self.apps.values():
            app.stop()

    def ask(self, path: str, method: str = "GET", **what) -> Answer:
        return ask(self.place, path, method, **what)

    def received(self) -> list[tuple[str, Received]]:
        """What reached any app, in this order, with the app's name."""
        every = [(name, request) for name, app in self.apps.items() for request in app.received]
        return sorted(every, key=lambda entry: entry[1].number)


def free_ports(count: int) -> list[int]:
    """Ports on which nobody listens, at no host's address."""
    free: list[int] = []
    for port in PORTS:
        if all(_is_free(address, port) for address in HOSTS.values()):
            free.append(port)
        if len(free) == count:
            return free
    raise RuntimeError(f"fewer than {count} free ports from {PORTS.start} to {PORTS.stop - 1}")


def claimed_port() -> tuple[int, socket.socket]:
    """A free port that no other process gets from here until the socket is closed: the UDP port of the same number."""
    for port in PORTS:
        claim = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            claim.bind(("127.0.0.1", port))
        except OSError:
            claim.close()
            continue
        if all(_is_free(address, port) for address in HOSTS.values()):
            return port, claim
        claim.close()
    raise RuntimeError(f"no free port from {PORTS.start} to {PORTS.stop - 1}")


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            return True
        except OSError:
            return False
