"""Host after host onto a release, and back if anything goes wrong."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

from . import chat, cli, gate, lock, table, terminal
from .cli import Options, argument, flag, option, verb
from .failure import Exit, Failure, need
from .fleet import Fleet
from .inventory import ROOT, Host

# From a started JVM to a host that serves takes seconds; a host that rebuilds all from a slow database, longer.
READY_SECONDS = 120
KEPT_RELEASES = 5
# What an archive unpacks to, at most, in times its size; and what a host needs beside it to go on working.
UNPACKED_TIMES, SPARE_KIB = 4, 204800
INCOMING = "/opt/isuumo/releases/.incoming/archive.tar.gz"


@verb(option("--message", "TEXT", "goes into the lock and revisions.log (default: the commit's subject)"),
      flag("--allow-dirty", "deploy uncommitted changes too; the release's name and /version then say dirty"),
      flag("--no-build", "deploy only what ./deploy.sh build has built"),
      option("--differs", "ENDPOINT,...", "these answer otherwise on purpose, or rightly at last: they must not fail, and may say what "
             f"they like. Any of {', '.join(gate.ENDPOINTS)}"),
      flag("--no-compare", "ask for no answers: only /healthz, /version and errors count. For a release that changes what the contract "
           "itself says"),
      flag("--at-once", "restart all hosts at the same time, compared and watched by nobody: quick, and nobody is answered meanwhile. For "
           "tuning"))
def deploy(fleet: Fleet, options: Options) -> None:
    """Builds the release of the current commit (if it is not built), copies the same
    archive to every host, then host by host, the writer last: nginx everywhere stops
    sending it requests, it restarts on the release, answers 200 on /healthz and this
    commit on /version, answers some 300 reads as the HTTP contract says and as a host
    with the release before does, gets requests again, and for 5 s answers no more of
    them with errors than the others. If anything differs, and on Ctrl-C, every host goes
    back to what it ran before. Ends with the table of status."""
    differing = gate.checked(options.differs)
    build(fleet, options, "--dry-run", quiet=True)  # what cannot be built is said at once
    terminal.step(f"Asking {fleet}", check_hosts, fleet)
    built = build(fleet, options)
    release = f"{terminal.utc('%Y%m%dT%H%M%SZ')}-{built['id']}"
    message = options.message or subprocess.run(["git", "-C", ROOT, "show", "--no-patch", "--format=%s", built["commit"]],
                                                capture_output=True, text=True, check=True).stdout.strip()
    with lock.held(fleet, f"deploy {built['id']}: {message}"):
        change = Rollout(fleet, None if options.no_compare else differing, release)
        change.guarded(ship, fleet, Path(built["archive"]), built["sha256"], release)
        words = words_of_version(release_file(Path(built["archive"])))
        if options.at_once:
            change.guarded(change.at_once, release, words)
        else:
            change.guarded(change.to, release, words, gated=True)
        terminal.change("Writing revisions.log, removing all but five releases", finish, fleet, "deploy", release, message)
        chat.tell(fleet, f"{release} is deployed: {message}")
        table.show(fleet)


@verb(argument("RELEASE", "its name, or the beginning of its commit (default: the one before)", nargs="?", default=""),
      option("--message", "TEXT", "goes into the lock and revisions.log (default: rollback)", "rollback"))
def rollback(fleet: Fleet, options: Options) -> None:
    """Goes back to the release before the one that runs, or to RELEASE. Host by host, by
    /healthz and /version as deploy does; answers are not compared, since those of what is
    left may be why. The hosts keep five releases; "--dry-run" says which one it would be."""
    terminal.step(f"Asking {fleet}", check_hosts, fleet)
    release = chosen_release(fleet, options.release)
    described = fleet.on(fleet.writer, "release_file", release)
    with lock.held(fleet, f"rollback to {release}"):
        change = Rollout(fleet)
        change.guarded(change.to, release, words_of_version(described))
        terminal.change("Writing revisions.log", finish, fleet, "rollback", release, options.message)
        chat.tell(fleet, f"Rolled back to {release}: {options.message}")
        table.show(fleet)


def build(fleet: Fleet, options: Options, *arguments: str, quiet: bool = False) -> dict[str, str]:
    """commit, id, archive and, once it is built, sha256 of the release."""
    told = fleet.work / "release"
    flags = [f"--{name}" for name in ("allow-dirty", "no-build") if getattr(options, name.replace("-", "_"))]
    asked = subprocess.run([ROOT / "deploy.sh", "build", "--tell", told, *flags, *arguments], stdout=subprocess.DEVNULL if quiet else None)
    if asked.returncode:
        raise SystemExit(asked.returncode)  # it has said why
    return fields(told.read_text())


def fields(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines())


def release_file(archive: Path) -> str:
    with tarfile.open(archive) as files:
        file = files.extractfile("./RELEASE")
        assert file
        return file.read().decode()


def words_of_version(described: str) -> list[str]:
    """What /version has to have, by the file RELEASE."""
    told = fields(described)
    return [f'"commit":"{told["commit"]}"', f'"dirty":{told["dirty"]}', f'"buildTime":"{told["built"]}"']


def check_hosts(fleet: Fleet) -> None:
    """Before anything is changed: reachable, provisioned, following, not locked."""
    fleet.look_or_fail()
    for host in fleet.hosts:
        need(host["nginx"], f"{host} has no nginx; run ./deploy.sh provision first")
        need(host["nginx_state"] == "active", f"nginx on {host} is {host['nginx_state']}; see journalctl --unit nginx there")
        need(not host["trouble"], f"{host} does not follow {fleet.writer}: {host['trouble']}. ./deploy.sh provision repairs it",
             Exit.NOT_REPLICATING)
    lock.refuse_if_not_ours(fleet)
    for host in fleet.hosts:
        need(not host["drained"], f"{host['drained']}is drained; ./deploy.sh undrain it first, since one host at a time can be")


def chosen_release(fleet: Fleet, wanted: str) -> str:
    """It must be on every host."""
    there = {host: said.split() for host, said in fleet.on_all("releases").items()}  # newest first
    ours, current = there[fleet.writer], fleet.writer["current"]

    def refused(why: str) -> Failure:
        return Failure(f"{why}; it has {' '.join(ours)}. Check the commit out and deploy it", Exit.NO_RELEASE)

    if wanted:
        found = [name for name in ours if name == wanted or name.partition("Z-")[2].startswith(wanted)]
    else:
        found = [name for name in ours if name < current]
    if not found:
        raise refused(f"there is no release {wanted} on {fleet.writer}" if wanted else f"there is no release before {current} on {fleet.writer}")
    for host, names in there.items():
        if found[0] not in names:
            raise refused(f"the release {found[0]} is not on {host}")
    return found[0]


def ship(fleet: Fleet, archive: Path, sha256: str, release: str) -> None:
    terminal.change(f"Copying the archive to {fleet}", copy, fleet, archive)
    terminal.change(f"Checking its SHA-256 and unpacking it as {release}", fleet.on_all, "unpack", release, sha256)


def copy(fleet: Fleet, archive: Path) -> None:
    fleet.on_all("need_room", archive.stat().st_size // 1024 * (UNPACKED_TIMES + 1) + SPARE_KIB)
    running = {}
    for host in fleet.hosts:
        with open(archive, "rb") as stream:
            running[host] = fleet.send(host, stream, INCOMING)
    fleet.all_or_fail({host: fleet.end(host, process) for host, process in running.items()})


def finish(fleet: Fleet, verb: str, release: str, why: str) -> None:
    """A line in every host's log, then room for the next release."""
    fleet.on_all("finish", KEPT_RELEASES, f"{verb} {release} by {terminal.operator()}: {why}")


class Rollout:
    """before: what each host runs and goes back to. shipped: the release that a failure removes from the hosts. A deploy looks how
    each host answers before the next one follows. Going back must not depend on that: what is to be left may answer otherwise."""

    def __init__(self, fleet: Fleet, differing: list[str] | None = None, shipped: str = ""):
        self.fleet, self.differing, self.shipped = fleet, differing, shipped
        self.touched: list[Host] = []
        self.before = {host: host["current"] for host in fleet.hosts}
        writers = self.before[fleet.writer]
        for host, release in self.before.items():
            if release != writers:
                print(f"The hosts differ: {fleet.writer} has {writers or 'no release'}, {host} has {release or 'no release'}; "
                      "an earlier command ended half-way. This one makes them alike.")
                break

    def order(self) -> list[Host]:
        """The writer last: until then the others have whom to forward writes to, and meanwhile they hold them. Where it does not
        serve anyway it comes first, since the others wait for it."""
        writer = self.fleet.writer
        others = self.fleet.others(writer)
        return [*others, writer] if writer["app_state"] == "active" else [writer, *others]

    def to(self, release: str, words: list[str], gated: bool = False) -> None:
        fleet, order = self.fleet, self.order()
        if order[0] is fleet.writer and self.before[fleet.writer] and len(order) > 1:
            terminal.change("Starting the applications, since a writer that starts asks the others who writes", fleet.on_all, "wake")
        for host in order:
            self.touched.append(host)
            terminal.change(f"{host}: draining it in every nginx", self.drain, host)
            terminal.change(f"{host}: restarting it, until it is ready and /version is right", restart, fleet, host, release, words)
            if gated and self.differing is not None:
                gate.answers(fleet, host, order, self.differing)
            terminal.change(f"{host}: giving it requests again", fleet.on_all, "undrain", host)
            if gated:
                gate.errors(fleet, host)

    def at_once(self, release: str, words: list[str]) -> None:
        self.touched = self.order()
        terminal.change("Restarting all hosts at once", self.fleet.on_all, "switch", release)
        terminal.change("Waiting until each is ready and /version is right", self.fleet.on_all, "await", READY_SECONDS, *words)

    def drain(self, host: Host) -> None:
        if len(self.fleet.hosts) > 1:  # one host alone has nobody to take its requests
            self.fleet.on_all("drain", host)

    def guarded(self, do: Callable[..., None], *args: object, **kwargs: object) -> None:
        """Whatever ends it early, every host that was touched goes back."""
        try:
            do(*args, **kwargs)
        except BaseException as reason:
            if isinstance(reason, Failure):
                terminal.report(reason)
            code = reason.code if isinstance(reason, (Failure, SystemExit)) else Exit.FAILED
            if not terminal.dry_run and self.touched:
                code = self.all_back(int(code or 0))
            elif not terminal.dry_run and self.shipped:
                self.fleet.ask_all("forget", self.shipped)
            if isinstance(reason, (Failure, SystemExit)):
                raise SystemExit(code) from reason
            raise

    def all_back(self, code: int) -> int:
        cli.ignore_signals()
        print("Rolling back every host that was touched to what it ran before; Ctrl-C waits for that.")
        lost = [host for host in reversed(self.touched) if not self.back(host)]
        if self.shipped:
            self.fleet.ask_all("forget", self.shipped)
        table.show(self.fleet)
        if lost:
            terminal.warn(f"failed, and not back on its release: {' '.join(map(str, lost))}")
        else:
            terminal.warn("failed; every host runs what it ran before")
        chat.tell(self.fleet, f"A deploy failed, and {'not all hosts run' if lost else 'every host runs'} what it ran before")
        return code if code > 128 else Exit.NOT_ROLLED_BACK if lost else Exit.ROLLED_BACK

    def back(self, host: Host) -> bool:
        """Goes on where it can: one host that is gone must not keep the others from serving."""
        release = self.before[host]
        try:
            terminal.step(f"{host}: back to {release or 'no release'}", self.restore, host, release)
        except Failure as failure:
            terminal.end_line()
            print(f"  {failure}")
            return False
        return True

    def restore(self, host: Host, release: str) -> None:
        self.fleet.on(host, *(["restore", release, READY_SECONDS] if release else ["stop"]))
        self.fleet.ask_all("undrain", host)


def restart(fleet: Fleet, host: Host, release: str, words: list[str]) -> None:
    fleet.on(host, "switch", release)
    fleet.on(host, "await", READY_SECONDS, *words)
