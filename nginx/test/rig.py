"""nginx, started from this project's files, with three fake apps behind it."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import jinja2
from client import Answer, ask, connect
from fake_app import FakeApp, Received

CONFIGURATION = Path(__file__).resolve().parent.parent
HOSTS = {"isu1": "127.0.0.1", "isu2": "127.0.0.2", "isu3": "127.0.0.3"}
WRITER = "isu1"
"""The host whose nginx this is: another than the writer, so that its own app is told from the writer's."""
THIS_HOST = "isu2"
PORTS = range(19300, 19350)
PATIENCE_SECONDS = 10


class Rig:
    """Fresh apps, and an nginx that remembers no failure. Use it as a context manager."""

    nginx: Path
    work: Path

    @classmethod
    def configure(cls, nginx: Path, modules: Path, work: Path) -> None:
        cls.nginx = nginx
        cls.work = work
        prefix = work / "prefix"
        prefix.mkdir(parents=True, exist_ok=True)
        (prefix / "modules").unlink(missing_ok=True)
        (prefix / "modules").symlink_to(modules)

    def __init__(self, changes: dict[str, str] | None = None, **variables: object) -> None:
        """
        ``changes``: texts in the configuration to be replaced, such as a time limit that a test cannot wait for.
        ``variables``: what the template upstreams.conf.j2 is rendered with, beyond three hosts.
        """
        self.port, self.app_port = free_ports(2)
        self.directory = self.work / "etc"
        self.site_root = self.work / "site"
        self.data_root = self.work / "data"
        self.drained = self.work / "drained"
        self.access_log = self.work / "log" / "access.log"
        self.error_log = self.work / "log" / "error.log"
        self._write_configuration(self._paths() | (changes or {}))
        self.render(**variables)
        self.apps = {name: FakeApp(name, address, self.app_port) for name, address in HOSTS.items()}
        self.process: subprocess.Popen[bytes] | None = None

    def _paths(self) -> dict[str, str]:
        """What differs here from an installed nginx: where it listens, whom it runs as, and where it writes."""
        user = "user root;" if os.geteuid() == 0 else ""
        temporary = "".join(
            f"{kind}_temp_path {self.work}/temp/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        return {
            "listen 80 ": f"listen 127.0.0.1:{self.port} ",
            "user www-data;": user,
            "pid /run/nginx.pid;": f"pid {self.work}/nginx.pid;",
            "access_log /var/log/nginx/access.log": f"access_log {self.access_log}",
            "error_log /var/log/nginx/error.log": f"error_log {self.error_log}",
            "http {": "http {" + temporary,
            "-f /run/isuumo-drained/$host_1": f"-f {self.drained}/$host_1",
            "-f /run/isuumo-drained/$host_2": f"-f {self.drained}/$host_2",
            "-f /run/isuumo-drained/$host_3": f"-f {self.drained}/$host_3",
        }

    def _write_configuration(self, changes: dict[str, str]) -> None:
        fresh = (self.work / "log", self.work / "temp", self.drained)
        for directory in (self.directory, *fresh):
            shutil.rmtree(directory, ignore_errors=True)
        for directory in fresh:
            directory.mkdir()
        shutil.copytree(CONFIGURATION / "snippets", self.directory / "snippets")
        shutil.copy(CONFIGURATION / "nginx.conf", self.directory)
        files = [self.directory / "nginx.conf", *sorted((self.directory / "snippets").iterdir())]
        for old, new in changes.items():
            holding = [file for file in files if old in file.read_text()]
            if len(holding) != 1 or holding[0].read_text().count(old) != 1:
                raise ValueError(f"{old!r} must be in the configuration once, to be replaced by {new!r}")
            holding[0].write_text(holding[0].read_text().replace(old, new))

    def render(self, **variables: object) -> None:
        """Writes upstreams.conf as Ansible does."""
        environment = jinja2.Environment(
            trim_blocks=True, keep_trailing_newline=True, undefined=jinja2.StrictUndefined, autoescape=False
        )
        values = {
            "groups": {"isuumo": list(HOSTS)},
            "hostvars": {name: {"private_address": address} for name, address in HOSTS.items()},
            "isuumo_writer": WRITER,
            "inventory_hostname": THIS_HOST,
            "isuumo_app_port": self.app_port,
            "isuumo_site_root": str(self.site_root),
            "isuumo_data_root": str(self.data_root),
        }
        template = environment.from_string((CONFIGURATION / "upstreams.conf.j2").read_text())
        (self.directory / "upstreams.conf").write_text(template.render(values | variables))

    def _command(self, *arguments: str) -> list[str]:
        return [str(self.nginx), "-p", str(self.work / "prefix"), "-c", str(self.directory / "nginx.conf"), *arguments]

    def test_configuration(self) -> subprocess.CompletedProcess[str]:
        """``nginx -t``"""
        return subprocess.run(self._command("-t"), capture_output=True, text=True, check=False)

    def __enter__(self) -> "Rig":
        self.process = subprocess.Popen(self._command("-g", "daemon off;"), stderr=subprocess.DEVNULL)
        try:
            until(lambda: self._listens() and self.workers(), "nginx listens and has its workers")
        except BaseException:
            self.__exit__()
            raise
        return self

    def _listens(self) -> bool:
        if self.process.poll() is not None:
            raise RuntimeError(f"nginx ended: {self.test_configuration().stderr}")
        try:
            connect(self.port).close()
            return True
        except ConnectionRefusedError:
            return False

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE_SECONDS)
        for app in self.apps.values():
            app.stop()

    def workers(self) -> set[str]:
        return set(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())

    def reload(self) -> None:
        """Returns when no worker with the old configuration is left."""
        old = self.workers()
        self.process.send_signal(signal.SIGHUP)
        until(lambda: not self.workers() & old, "the old workers have gone")

    def ask(self, path: str, method: str = "GET", **what) -> Answer:
        return ask(self.port, path, method, **what)

    def received(self) -> list[tuple[str, Received]]:
        """What reached any app, with the app's name."""
        return [(name, request) for name, app in self.apps.items() for request in app.received]


def until(condition, what: str, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Returns as soon as the condition holds."""
    deadline = time.monotonic() + patience_seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {patience_seconds} s: {what}")
        time.sleep(0.01)


def free_ports(count: int) -> list[int]:
    """Ports on which nobody listens, neither here nor at a fake app's address."""
    free: list[int] = []
    for port in PORTS:
        if all(_is_free(address, port) for address in HOSTS.values()):
            free.append(port)
        if len(free) == count:
            return free
    raise RuntimeError(f"fewer than {count} free ports from {PORTS.start} to {PORTS.stop - 1}")


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            return True
        except OSError:
            return False
