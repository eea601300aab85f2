"""The processes that stand in front of the apps: a host's nginx, and the balancer."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import configuration
from client import connect

PATIENCE_SECONDS = 10


class Server:
    """A process that listens. Started by ``start``, ended by ``stop``."""

    def __init__(self, command: list[str], test: list[str], addresses: list[tuple[str, int]], log: Path) -> None:
        """``test``: a command that says what is wrong with the configuration; ``addresses``: where it listens once it is up."""
        self.command, self.test, self.addresses, self.log = command, test, addresses, log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(self.command, stderr=log, stdout=log)

    def listens(self) -> bool:
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.command[0]} ended: {self.test_configuration().stderr}")
        try:
            for address, port in self.addresses:
                connect((address, port)).close()
            return True
        except ConnectionRefusedError:
            return False

    def test_configuration(self) -> subprocess.CompletedProcess[str]:
        """``nginx -t``, or ``haproxy -c``"""
        return subprocess.run(self.test, capture_output=True, text=True, check=False)

    def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(with_signal)
            self.process.wait(PATIENCE_SECONDS)

    def workers(self) -> set[str]:
        return set(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())

    def kill(self) -> None:
        """As power loss does; returns when nobody listens any more."""
        self.every_process(signal.SIGKILL)
        self.process.wait(PATIENCE_SECONDS)
        until(lambda: not self._any_listens(), "its workers have ended")

    def _any_listens(self) -> bool:
        for place in self.addresses:
            try:
                connect(place).close()
                return True
            except (ConnectionRefusedError, ConnectionResetError):
                continue
        return False

    def every_process(self, with_signal: signal.Signals) -> None:
        """To the process and all its workers at once, as power loss and freezing come."""
        for pid in [self.process.pid, *map(int, self.workers())]:
            os.kill(pid, with_signal)


class Nginx(Server):
    """A host's nginx, with a directory, a log and temporary files of its own."""

    def __init__(
        self, host: str, binary: Path, work: Path, ports: dict[str, int], changes: dict[str, str], variables: dict[str, object]
    ) -> None:
        """``ports``: plain, in place of 80; http, where the balancer's connections come."""
        self.host, self.binary, self.work, self.changes = host, binary, work, changes
        self.directory = work / f"etc-{host}"
        self.variables = {"inventory_hostname": host} | variables
        self.plain = (configuration.HOSTS[host], ports["plain"])
        for name in ("log", "temp"):
            shutil.rmtree(work / f"{name}-{host}", ignore_errors=True)
            (work / f"{name}-{host}").mkdir(parents=True)
        self.access_log, self.error_log = work / f"log-{host}/access.log", work / f"log-{host}/error.log"
        self.install()
        command = [str(binary), "-p", str(work / "prefix"), "-c", str(self.directory / "nginx.conf")]
        texts = (self.directory / "servers.conf").read_text()
        http = (configuration.HOSTS[host], ports["http"])
        addresses = [place for place in (self.plain, http) if f"listen {place[0]}:{place[1]} " in texts]
        super().__init__([*command, "-g", "daemon off;"], [*command, "-t"], addresses, work / f"log-{host}/stderr")

    def install(self, **variables: object) -> None:
        """Writes its configuration, which a reload then reads."""
        places = configuration.nginx_places(self.work, self.host, f"{self.plain[0]}:{self.plain[1]}")
        configuration.install(self.directory, self.variables | variables, places, self.changes)

    def reload(self) -> None:
        """Returns when no worker with the old configuration is left."""
        old = self.workers()
        self.process.send_signal(signal.SIGHUP)
        until(lambda: not self.workers() & old, "the old workers have gone")


def balancer(binary: Path, work: Path, port: int, changes: dict[str, str], variables: dict[str, object]) -> Server:
    """HAProxy as the front host has it, on the loopback's port."""
    text = configuration.render(configuration.CONFIGURATION / "balancer/haproxy.cfg.j2", variables)
    for old, new in (configuration.haproxy_places(port) | changes).items():
        if text.count(old) != 1:
            raise ValueError(f"{old!r} must be in the balancer's configuration once")
        text = text.replace(old, new)
    file = work / "haproxy.cfg"
    file.write_text(text)
    command = [str(binary), "-f", str(file)]
    return Server([*command, "-db"], [*command, "-c"], [("127.0.0.1", port)], work / "haproxy.log")


def until(condition, what: str, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Returns as soon as the condition holds."""
    deadline = time.monotonic() + patience_seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {patience_seconds} s: {what}")
        time.sleep(0.01)
