"""The hosts of an inventory, and how to run something on them: steps are the functions of ../host/*.sh, run as root."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import IO, NamedTuple

from .failure import Exit, Failure
from .inventory import Host, Inventory, last_line

STEPS = Path(__file__).resolve().parents[1] / "host"


class Answer(NamedTuple):
    """Of a host, as last_line(err) or out."""

    code: int
    out: str
    err: str


class Fleet:
    """hosts: those that a verb works on; it may leave some out. connect_seconds: how long an unreachable one is waited for."""

    def __init__(self, inventory: Inventory, work: Path):
        self.inventory, self.work = inventory, work
        self.hosts, self.writer = list(inventory.hosts), inventory.writer
        self.connect_seconds = 10
        self.steps = work / "steps"
        self.steps.write_text("".join(file.read_text() for file in sorted(STEPS.glob("*.sh"))))

    def __str__(self) -> str:
        return listed(self.hosts)

    def named(self, name: str) -> Host:
        host = next((host for host in self.hosts if host.name == name), None)
        if not host:
            raise Failure(f"{name} is none of the hosts: {self}", Exit.USAGE)
        return host

    def others(self, host: Host) -> list[Host]:
        return [other for other in self.hosts if other is not host]

    def start(self, host: Host, command: str, stdin: IO[bytes] | int, stdout: IO[bytes] | int | None = None) -> subprocess.Popen[bytes]:
        """Over one connection a host for the whole run. Asks nothing: whom to trust and which key to use is in the user's own ssh
        configuration or in the inventory. What it says goes to files, since ssh's master process keeps a pipe open."""
        ssh = ["ssh", "-o", "BatchMode=yes", "-o", f"ConnectTimeout={self.connect_seconds}", "-o", "ServerAliveInterval=5",
               "-o", "ServerAliveCountMax=3", "-o", "LogLevel=ERROR", "-o", "ControlMaster=auto", "-o", "ControlPersist=60",
               "-o", f"ControlPath={self.control(host)}", *host.ssh_options, "--", host.target, command]
        with open(self.work / f"{host}.out", "wb") as out, open(self.work / f"{host}.err", "wb") as err:
            return subprocess.Popen(ssh, stdin=stdin, stdout=out if stdout is None else stdout, stderr=err)

    def start_step(self, host: Host, step: str, *words: object, stdout: IO[bytes] | int | None = None) -> subprocess.Popen[bytes]:
        command = shlex.join(map(str, [host, host.address, self.writer.address, step, *words]))
        with open(self.steps, "rb") as steps:
            return self.start(host, f"sudo -n true 2>/dev/null || exit {Exit.NO_SUDO:d}; exec sudo -n bash -s -- {command}", steps, stdout)

    def end(self, host: Host, process: subprocess.Popen[bytes]) -> Answer:
        code = process.wait()
        out, err = ((self.work / f"{host}.{kind}").read_text(errors="replace") for kind in ("out", "err"))
        return Answer(code, out.rstrip("\n"), err)

    def ask(self, host: Host, step: str, *words: object) -> Answer:
        return self.end(host, self.start_step(host, step, *words))

    def on(self, host: Host, step: str, *words: object) -> str:
        """What it printed. A failure ends the command."""
        return self.out_of(host, self.ask(host, step, *words))

    def out_of(self, host: Host, answer: Answer) -> str:
        if answer.code:
            failure = self.failure(host, answer)
            failure.details = answer.err.rstrip("\n").rpartition("\n")[0]  # such as the server's log
            raise failure
        return answer.out

    def ask_all(self, step: str, *words: object) -> dict[Host, Answer]:
        """At once."""
        running = {host: self.start_step(host, step, *words) for host in self.hosts}
        return {host: self.end(host, process) for host, process in running.items()}

    def on_all(self, step: str, *words: object) -> dict[Host, str]:
        return self.all_or_fail(self.ask_all(step, *words))

    def all_or_fail(self, answers: dict[Host, Answer]) -> dict[Host, str]:
        fail_for(self.failure(host, answer) for host, answer in answers.items() if answer.code)
        return {host: answer.out for host, answer in answers.items()}

    def send(self, host: Host, stream: IO[bytes] | int, path: str) -> subprocess.Popen[bytes]:
        return self.start(host, f'sudo -n sh -c "cat >{path}"', stream)

    def failure(self, host: Host, answer: Answer) -> Failure:
        """Why it failed there."""
        said, code = last_line(answer.err), answer.code
        if full := next((line for line in answer.err.splitlines() if "No space left on device" in line), None):
            return Failure(f"{host}'s disk is full: {full}", Exit.DISK_FULL)
        if code == 255 and "Permission denied" in said:
            return Failure(f"{host} refuses the ssh key for {host.target} ({said}); set ansible_user or ansible_ssh_private_key_file in "
                           f"{self.inventory.path}, or add the key there", Exit.WRONG_KEY)
        if code == 255 and "Host key verification failed" in said:
            return Failure(f"{host}'s host key is not the one known here, or not known; check it, then connect once by hand: "
                           f"ssh {host.target}", Exit.UNREACHABLE)
        if code == 255:
            return Failure(f"{host} cannot be reached as {host.target}: {said or 'the connection broke'}", Exit.UNREACHABLE)
        if code == Exit.NO_SUDO:
            return Failure(f"{host} wants a password for sudo; let {host.target.partition('@')[0]} use sudo without one "
                           "(NOPASSWD in /etc/sudoers.d)", code)
        return Failure(f"{host}: {said or f'failed with exit code {code}'}", code)

    def look(self) -> None:
        """Into the facts of each host, or its failure."""
        for host, answer in self.ask_all("facts").items():
            host.failure = self.failure(host, answer) if answer.code else None
            host.facts = {name: value for name, equal, value in (line.partition("=") for line in answer.out.splitlines()) if equal}

    def look_or_fail(self) -> None:
        self.look()
        fail_for(host.failure for host in self.hosts if host.failure)

    def control(self, host: Host) -> Path:
        return self.work / f"{host}.ssh"

    def disconnect(self, host: Host) -> None:
        if self.control(host).exists():
            subprocess.run(["ssh", "-o", f"ControlPath={self.control(host)}", "-O", "exit", "--", host.target], stderr=subprocess.DEVNULL)

    def writer_has_mariadb(self) -> bool:
        return "MariaDB" in self.writer["database"]


def fail_for(failures: Iterable[Failure]) -> None:
    """With a line each, and the exit code of the first."""
    found = list(failures)
    if found:
        raise Failure("\n".join(map(str, found)), found[0].code)


def listed(hosts: Iterable[Host]) -> str:
    return ", ".join(map(str, hosts))


