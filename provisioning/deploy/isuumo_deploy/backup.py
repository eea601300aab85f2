"""The database and its binary logs, encrypted, into a directory of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import lock, table, terminal
from .backups import Backups
from .cli import Options, flag, option, verb
from .failure import Exit, Failure, need
from .fleet import Fleet
from .inventory import ROOT, Host

TO = option("--to", "DIR", "into this directory (default .local/backups)")
KEEP = option("--keep", "N", "then remove all but the newest N whole backups (default 14), and the logs that only they needed. "
              "A damaged one does not count", "14")


@verb(flag("--logs", "only the logs, for a timer: every five minutes, say. Where they do not continue the newest backup (another host, a "
           "rebuilt replica), a backup"), TO, KEEP)
def backup(fleet: Fleet, options: Options) -> None:
    """Copies the database of a replica while it works, and its binary logs since the last
    time, compressed and encrypted for the key in provisioning/secrets/backup.key, which
    is made at the first backup: without it no backup can be read. Beside each file lies
    a manifest with its SHA-256, position, flavour, version, commit and time."""
    with begun(fleet, options, "backup", options.logs):
        pass


@verb(TO, KEEP)
def initialize(fleet: Fleet, options: Options) -> None:
    """Takes a backup, as ./deploy.sh backup does, and then lets the writer restore the
    initial rows: every purchase and every upload is undone. It shows the operators'
    credential by itself. ./deploy.sh restore brings them back."""
    with begun(fleet, options, "initialize", only_logs=False):
        terminal.change(f"Restoring the initial rows on {fleet.writer}", fleet.on, fleet.writer, "initialize")


@contextmanager
def begun(fleet: Fleet, options: Options, what: str, only_logs: bool) -> Iterator[None]:
    """After a backup, and under its lock."""
    need(re.fullmatch("[1-9][0-9]{0,3}", options.keep), f"--keep {options.keep} is no number of backups from 1 to 9999", Exit.USAGE)
    shelf = Shelf(fleet, options.to)
    terminal.step(f"Asking {fleet}", fleet.look)
    leave_out_unreachable(fleet)
    lock.refuse_if_not_ours(fleet)
    source = shelf.source()
    with lock.held(fleet, what), shelf.writing():
        if options.dry_run:
            print(f"would: copy {'the logs' if only_logs else 'the database and the logs'} of {source} to {shelf.directory}")
        else:
            take(shelf, source, only_logs, int(options.keep))
        yield


def take(shelf: Shelf, source: Host, only_logs: bool, keep: int) -> None:
    shelf.make_key()
    if only_logs:
        terminal.step(f"Closing {source}'s binary log", shelf.close_log, source)
        if shelf.missing(source) is None:
            print(f"The binary logs of {source} do not continue the newest backup: a backup is taken.")
            only_logs = False
    if not only_logs:
        terminal.step(f"Copying {source}'s database", shelf.copy_database, source)
        terminal.step(f"Closing {source}'s binary log", shelf.close_log, source)
    terminal.step(f"Copying {source}'s binary logs", shelf.copy_logs, source)
    terminal.step(f"Removing what is older than {keep} backups", Backups(shelf.directory).prune, keep)


def leave_out_unreachable(fleet: Fleet) -> None:
    """A backup is taken of what is there."""
    away = [host.failure for host in fleet.hosts if host.failure]
    for failure in away:
        print(failure)
    fleet.hosts = [host for host in fleet.hosts if not host.failure]
    need(fleet.hosts, "no host can be reached", away[-1].code if away else Exit.UNREACHABLE)


def answers(host: Host) -> bool:
    return host["database_role"] in ("writable", "read-only")


class Shelf:
    """A directory of backups, and the key to them. logs: of the host whose log was closed last, in their order; until: the time up to
    which these have all that the writer had acknowledged, or nothing."""

    def __init__(self, fleet: Fleet, directory: str):
        need(shutil.which("age"), "age is not installed here; install it (apt install age)")
        secrets = fleet.inventory.secrets
        need("{{" not in secrets, f"secrets_dir is a template, {secrets}; write the directory itself into {fleet.inventory.path}", Exit.NO_INVENTORY)
        self.fleet, self.directory, self.key = fleet, Path(directory or ROOT / ".local/backups").resolve(), Path(secrets) / "backup.key"
        self.logs: list[str] = []
        self.until = ""

    def source(self) -> Host:
        """A replica that follows, the one whose logs continue the newest backup before others; else the writer."""
        fleet = self.fleet
        newest, writer = Backups(self.directory).source(), self.fleet.writer
        for host in sorted(fleet.hosts, key=lambda host: host.name != newest):
            if host is not writer and answers(host) and not host["trouble"]:
                return host
        need(writer in fleet.hosts and answers(writer), f"no replica follows {writer}, whose database does not answer either",
             Exit.NOT_REPLICATING)
        if len(fleet.inventory.hosts) > 1:
            print(f"No replica follows {writer}: this is taken from the writer.")
        return writer

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Under the lock: what is left unfinished is this command's."""
        try:
            yield
        finally:
            for file in [*self.directory.glob("*.new"), *self.directory.glob("logs/*.new")]:
                file.unlink()

    def make_key(self) -> None:
        os.umask(0o077)
        (self.directory / "logs").mkdir(parents=True, exist_ok=True)
        if not self.key.exists():
            self.key.parent.mkdir(parents=True, exist_ok=True)
            made = subprocess.run(["age-keygen", "--output", self.key], capture_output=True, text=True)
            need(made.returncode == 0, f"age-keygen: {made.stderr.strip()}")
            print(f"Made {self.key}: keep a copy elsewhere, for no backup can be read without it.")

    def encrypt(self, source: Host, name: str, step: str, *words: str) -> str:
        """What the step prints goes into NAME.age.new; what it says beside that."""
        process = self.fleet.start_step(source, step, *words, stdout=subprocess.PIPE)
        age = subprocess.run(["age", "--encrypt", "--identity", self.key, "--output", self.directory / f"{name}.age.new"], stdin=process.stdout)
        answer = self.fleet.end(source, process)
        self.fleet.out_of(source, answer)
        need(age.returncode == 0, "age cannot encrypt; its reason stands above")
        return answer.err

    def copy_database(self, source: Host) -> None:
        name = terminal.utc(f"%Y%m%dT%H%M%SZ-{source}")
        while (self.directory / f"{name}.json").exists():  # another one of this second
            time.sleep(0.1)
            name = terminal.utc(f"%Y%m%dT%H%M%SZ-{source}")
        said = self.encrypt(source, name, "backup")
        told = dict(re.findall(r"^(flavor|version|log|offset|position|time)=(.*)$", said, re.MULTILINE))
        data = Backups(self.directory).keep(name, {"host": source.name, "commit": table.running_commit(source), **told})
        print(f"{name} ({data.stat().st_size // 1024} KiB)", end=" ")

    def close_log(self, source: Host) -> None:
        """Once it has all that the writer had acknowledged; of one that does not follow nothing is promised."""
        self.until, reached = "", ""
        if not source["trouble"]:
            self.until, reached = self.fleet.on(self.fleet.writer, "position").splitlines()
        self.logs = self.fleet.on(source, "logs", reached).splitlines()

    def missing(self, source: Host) -> list[tuple[str, str]] | None:
        return Backups(self.directory).missing(source.name, self.logs)

    def copy_logs(self, source: Host) -> None:
        missing = self.missing(source)
        if missing is None:
            raise Failure(f"the binary logs of {source} do not continue the newest backup")
        for log, following in missing:
            name = f"logs/{source}.{log}"
            self.encrypt(source, name, "log", log.partition("@")[0])
            Backups(self.directory).keep(name, {
                "host": source.name, "log": log, "next": following, "commit": table.running_commit(source), "version": source["database"],
                "until": self.until if log == missing[-1][0] else ""})
