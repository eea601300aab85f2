"""The front, started from this project's files: the balancer, one host's nginx or every host's, and three fake apps."""

import shutil
import socket
import ssl
from pathlib import Path

import tls
from client import Answer, Place, ask
from configuration import CONFIGURATION, FRONT_HOST, HOSTS, UNLIMITED, WRITER  # noqa: F401 (for the tables)
from fake_app import FakeApp, Received
from server import Nginx, Server, balancer, until  # noqa: F401 (for the tables)

THIS_HOST = "isu2"
"""The host whose nginx runs where one is enough: another than the writer, so that its own app is told from the writer's."""
PORTS = {"contest": range(19300, 19315), "public": range(19315, 19330), "front": range(19330, 19350)}
"""Both profiles may be tested at the same time, and fronts may stand before apps."""

CONTEST, PUBLIC = "contest", "public"
CREDENTIAL = {"Authorization": "Bearer of-an-operator"}

# In the contest's profile there is none, so a test that needs the access log asks for it.
_ACCESS_LOG = {"test/run cost).\naccess_log off;": "test/run cost).\naccess_log /var/log/nginx/access.log ltsv;"}


class Rig:
    """Fresh apps, and servers that remember no failure. Use it as a context manager."""

    nginx: Path
    haproxy: Path
    work: Path
    profile: str
    tls: ssl.SSLContext | None

    @classmethod
    def configure(cls, nginx: Path, modules: Path, haproxy: Path, work: Path, profile: str) -> None:
        cls.nginx, cls.haproxy, cls.work, cls.profile = nginx, haproxy, work, profile
        prefix = work / "prefix"
        prefix.mkdir(parents=True, exist_ok=True)
        (prefix / "modules").unlink(missing_ok=True)
        (prefix / "modules").symlink_to(modules)
        cls.tls = None
        if profile == PUBLIC:
            tls.make(work)
            cls.tls = tls.client(work)

    def __init__(
        self,
        changes: dict[str, str] | None = None,
        hosts: tuple[str, ...] = (THIS_HOST,),
        balancer_changes: dict[str, str] | None = None,
        logged: bool = False,
        balanced: bool = False,
        **variables: object,
    ) -> None:
        """
        ``changes``: see ``configuration.install``; ``balancer_changes``: the same in HAProxy's. ``hosts``: whose nginx runs and is
        known to the balancer. ``balanced``: with the balancer, to which clients then come, else to the first host's nginx.
        ``logged``: with an access log, whatever the profile. ``variables``: for the templates.
        """
        *numbers, self.app_port = free_ports(7)
        balancer_ports = dict(zip(("80", "443"), numbers[:2]))
        ports = dict(zip(("80", "443", "http", "https"), numbers[2:]))
        self.site_root, self.data_root = self.work / "site", self.work / "data"
        self.drained = self.work / "drained"
        shutil.rmtree(self.drained, ignore_errors=True)
        self.drained.mkdir(parents=True)
        variables = {
            "isuumo_profile": self.profile,
            "isuumo_app_port": self.app_port,
            "isuumo_http_port": ports["http"],
            "isuumo_https_port": ports["https"],
            "isuumo_site_root": str(self.site_root),
            "isuumo_data_root": str(self.data_root),
        } | (UNLIMITED | variables)
        changes = (changes or {}) | (_ACCESS_LOG if logged and self.profile == CONTEST else {})
        self.hosts = {host: Nginx(host, self.nginx, self.work, ports, changes, variables) for host in hosts}
        self.first = self.hosts[hosts[0]]
        self.balancer: Server | None = None

        def entrance(address: str, numbers: dict[str, int], plain: str, encrypted: str) -> Place:
            return Place(address, numbers[encrypted], self.tls) if self.tls else Place(address, numbers[plain])

        address = HOSTS[hosts[0]]
        # Where people come: past the balancer, as the balancer does, and, where there is none, the first of these.
        self.direct = entrance(address, ports, "80", "443")
        self.brought = entrance(address, ports, "http", "https")
        self.place, self.port_80 = self.direct, Place(address, ports["80"])
        if balanced:
            known = {"groups": {"isuumo": list(hosts)}, "inventory_hostname": FRONT_HOST} | variables
            self.balancer = balancer(self.haproxy, self.work, balancer_ports, balancer_changes or {}, known)
            self.place = entrance("127.0.0.1", balancer_ports, "80", "443")
            self.port_80 = Place("127.0.0.1", balancer_ports["80"])
        self.access_log, self.error_log = self.first.access_log, self.first.error_log
        self.apps = {name: FakeApp(name, address, self.app_port) for name, address in HOSTS.items()}

    def servers(self) -> list[Server]:
        return [*self.hosts.values(), *([self.balancer] if self.balancer else [])]

    def __enter__(self) -> "Rig":
        try:
            for nginx in self.hosts.values():
                nginx.start()
            for nginx in self.hosts.values():
                until(nginx.listens, "it listens")
            until(lambda: all(nginx.workers() for nginx in self.hosts.values()), "nginx has its workers")
            # Not before: it would take them for dead.
            if self.balancer:
                self.balancer.start()
                until(self.balancer.listens, "the balancer listens")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for server in reversed(self.servers()):
            server.stop()
        for app in self.apps.values():
            app.stop()

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None, **what) -> Answer:
        """As an operator, where that makes a difference."""
        return ask(self.place, path, method, (CREDENTIAL if self.tls else {}) | (headers or {}), **what)

    def received(self) -> list[tuple[str, Received]]:
        """What reached any app, in this order, with the app's name."""
        every = [(name, request) for name, app in self.apps.items() for request in app.received]
        return sorted(every, key=lambda entry: entry[1].number)


def free_ports(count: int) -> list[int]:
    """Ports on which nobody listens, at no host's address."""
    free: list[int] = []
    for port in PORTS[Rig.profile]:
        if all(_is_free(address, port) for address in HOSTS.values()):
            free.append(port)
        if len(free) == count:
            return free
    raise RuntimeError(f"fewer than {count} free ports in {PORTS[Rig.profile]}")


def claimed_port() -> tuple[int, socket.socket]:
    """A free port that no other process gets from here until the socket is closed: the UDP port of the same number."""
    for port in PORTS["front"]:
        claim = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            claim.bind(("127.0.0.1", port))
        except OSError:
            claim.close()
            continue
        if all(_is_free(address, port) for address in HOSTS.values()):
            return port, claim
        claim.close()
    raise RuntimeError(f"no free port in {PORTS['front']}")


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            return True
        except OSError:
            return False
