"""The processes that stand in front of the apps: a host's nginx, and the balancer."""

import functools
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import configuration
from client import Place, connect
from keeper import Keeper

PATIENCE_SECONDS = 10


class Server:
    """A process that listens. Started by ``start``, ended by ``stop``."""

    def __init__(self, command: list[str], test: list[str], addresses: list[Place], log: Path) -> None:
        """``test``: a command that says what is wrong with the configuration; ``addresses``: where it listens once it is up."""
        self.command, self.test, self.addresses, self.log = command, test, addresses, log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(self.command, stderr=log, stdout=log, start_new_session=True)
        Keeper.keep(self.process.pid)

    def listens(self) -> bool:
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.command[0]} ended: {self.test_configuration().stderr}")
        try:
            for place in self.addresses:
                connect(place).close()
            return True
        except ConnectionRefusedError:
            return False

    def test_configuration(self) -> subprocess.CompletedProcess[str]:
        """``nginx -t``, or ``haproxy -c``"""
        return subprocess.run(self.test, capture_output=True, text=True, check=False)

    def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> None:
        """One that is frozen goes on for it; one that does not end is killed."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(with_signal)
            os.killpg(self.process.pid, signal.SIGCONT)
            try:
                self.process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
            Keeper.forget(self.process.pid)

    def workers(self) -> set[str]:
        return set(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())

    def kill(self) -> None:
        """As power loss does; returns when nobody listens any more."""
        self.every_process(signal.SIGKILL)
        self.process.wait(PATIENCE_SECONDS)
        until(lambda: not self._any_listens(), "its workers have ended")
        Keeper.forget(self.process.pid)

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
        """``ports``: those in place of 80 and 443, and http and https, where the balancer's connections come."""
        self.host, self.binary, self.work, self.changes, self.ports = host, binary, work, changes, ports
        self.directory = work / f"etc-{host}"
        self.variables = {"inventory_hostname": host, "nginx_has_http2_directive": has_http2_directive(binary)} | variables
        for name in ("log", "temp"):
            shutil.rmtree(work / f"{name}-{host}", ignore_errors=True)
            (work / f"{name}-{host}").mkdir(parents=True)
        self.access_log, self.error_log = work / f"log-{host}/access.log", work / f"log-{host}/error.log"
        self.install()
        command = [str(binary), "-p", str(work / "prefix"), "-c", str(self.directory / "nginx.conf")]
        texts = (self.directory / "servers.conf").read_text()
        # Not https: who only looks there whether somebody listens is an error in the log.
        places = [Place(configuration.HOSTS[host], ports[name]) for name in ("80", "443", "http")]
        addresses = [place for place in places if f"listen {place.address}:{place.port} " in texts]
        super().__init__([*command, "-g", "daemon off;"], [*command, "-t"], addresses, work / f"log-{host}/stderr")

    def install(self, **variables: object) -> None:
        """Writes its configuration, which a reload then reads."""
        places = configuration.nginx_places(self.work, self.host, self.ports)
        configuration.install(self.directory, self.variables | variables, places, self.changes)

    def reload(self) -> None:
        """Returns when no worker with the old configuration is left."""
        old = self.workers()
        self.process.send_signal(signal.SIGHUP)
        until(lambda: not self.workers() & old, "the old workers have gone")


@functools.cache
def has_http2_directive(binary: Path) -> bool:
    """As the role finds out (provisioning/roles/nginx/vars/main.yml)."""
    said = subprocess.run([binary, "-v"], capture_output=True, text=True, check=True).stderr
    return tuple(map(int, re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", said).groups())) >= (1, 25, 1)


def balancer(binary: Path, work: Path, ports: dict[str, int], changes: dict[str, str], variables: dict[str, object]) -> Server:
    """HAProxy as the front host has it, on the loopback's ports, in place of 80 and 443."""
    text = configuration.render(configuration.CONFIGURATION / "balancer/haproxy.cfg.j2", variables)
    for old, new in (configuration.haproxy_places(ports, variables["isuumo_profile"]) | changes).items():
        if text.count(old) != 1:
            raise ValueError(f"{old!r} must be in the balancer's configuration once")
        text = text.replace(old, new)
    file = work / "haproxy.cfg"
    file.write_text(text)
    command = [str(binary), "-f", str(file)]
    listens = ("80", "443") if variables["isuumo_profile"] == "public" else ("80",)
    addresses = [Place("127.0.0.1", ports[port]) for port in listens]
    return Server([*command, "-db"], [*command, "-c"], addresses, work / "haproxy.log")


def until(condition, what: str, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Returns as soon as the condition holds."""
    deadline = time.monotonic() + patience_seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {patience_seconds} s: {what}")
        time.sleep(0.01)
