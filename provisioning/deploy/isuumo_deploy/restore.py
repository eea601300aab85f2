"""The writer's rows as they were at a time, and the other hosts' with them."""

from __future__ import annotations

import re
import subprocess
import time

from . import lock, playbook, table, terminal
from .backup import Shelf, answers
from .backups import Backups, Plan
from .cli import Options, argument, flag, option, verb
from .failure import Exit, Failure, need
from .fleet import Fleet
from .inventory import Host

SERVES_SECONDS = 120
# What a server, its first log and a copy of its rows take; and how many times its size a compressed file unpacks to, twice.
RESTORE_KIB, RESTORE_TIMES = 1048576, 20
# A server that is away may have executed more transactions than all that were asked; none may be given out twice.
GTID_JUMP = 1000000


@verb(argument("BACKUP", "its name (default: the newest; with --to the newest before TIME)", nargs="?", default=""),
      option("--to", "TIME", "such as 2026-11-30T12:34:56Z: what was bought before that second is there, what came later is not. Without it, "
             "all that the logs hold"),
      option("--from", "DIR", "where the backups are (default .local/backups)"),
      flag("--discard", "although databases hold rows, which are replaced. The logs are copied before, so a later TIME can still be restored "
           "afterwards"),
      flag("--try", "only the first part, on a replica, whatever the writer holds: says how many rows there would be, and removes them again"))
def restore(fleet: Fleet, options: Options) -> None:
    """Gives the writer the rows of BACKUP and of the binary logs after it, up to TIME.
    First a server of its own beside the writer's is given these rows; then the
    applications stop, the writer takes the rows over, its application starts, and the
    other hosts' databases become copies of it. Meanwhile the site answers 503."""
    need(not options.to or is_time(options.to), f"--to {options.to} is no time such as 2026-11-30T12:34:56Z (UTC)", Exit.USAGE)
    shelf, trial = Shelf(fleet, getattr(options, "from")), getattr(options, "try")
    need(shelf.key.exists(), f"there is no {shelf.key}, without which no backup can be read; bring it from where the secrets are kept", Exit.BACKUP)
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    lock.refuse_if_not_ours(fleet)
    check_rows(fleet, options.discard or trial)
    with lock.held(fleet, f"restore {options.backup}"), shelf.writing():
        terminal.change("Copying the last binary logs", copy_last_logs, fleet, shelf)
        plan = make_plan(fleet, shelf, options)
        if options.discard and not trial:
            print(f"Discards what {fleet.writer} has executed after {plan.reached}; it stays in the logs in {shelf.directory}.")
        # A trial disturbs the writer as little as it can.
        host = next(reversed(fleet.others(fleet.writer)), fleet.writer) if trial else fleet.writer
        change = Restoring(fleet, shelf, plan, options.to, host)
        try:
            terminal.change(f"Copying {plan.backup.manifest.stem} to {host}", change.send)
            terminal.change(f"{host}: restoring it to {plan.reached} in a server of its own", change.rows)
            if not options.dry_run and not trial:
                change.replace()
        finally:
            fleet.ask(host, "restore_forget")


def is_time(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"[\d-]{10}T[\d:]{8}Z", text) and time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        return False


def check_rows(fleet: Fleet, may_replace: bool) -> None:
    """Every host's rows are replaced, not only the writer's: a replica may have what an empty writer lost."""
    for host in fleet.hosts:
        need(answers(host), f"{host}: {host['trouble']}; ./deploy.sh provision makes one that can be restored into", Exit.NOT_REPLICATING)
    rows = fleet.on_all("rows")
    for host in [fleet.writer, *fleet.hosts]:
        need(rows[host] == "0" or may_replace, f"the database of {host} is alive and holds {rows[host]} chairs and estates, which a restore "
             "replaces: what was bought or uploaded after the time restored to is discarded. If that is wanted, add --discard", Exit.LIVING)


def copy_last_logs(fleet: Fleet, shelf: Shelf) -> None:
    """What the newest backup's host has beyond it; nothing, if that one has begun its logs anew."""
    newest = Backups(shelf.directory).source()
    for source in fleet.hosts:
        if source.name == newest:
            shelf.close_log(source)
            if shelf.missing(source) is not None:
                shelf.copy_logs(source)


def make_plan(fleet: Fleet, shelf: Shelf, options: Options) -> Plan:
    flavor = "mariadb" if fleet.writer_has_mariadb() else "mysql"
    return Backups(shelf.directory).plan(options.backup, options.to, flavor, fleet.writer["database"])


class Restoring:
    """Onto a host. position: what the rows are of, once they are there."""

    def __init__(self, fleet: Fleet, shelf: Shelf, plan: Plan, to: str, host: Host):
        self.fleet, self.shelf, self.plan, self.to, self.host = fleet, shelf, plan, to, host
        self.position = plan.backup.position or "-"

    def send(self) -> None:
        self.fleet.on(self.host, "restore_room", RESTORE_KIB + int(self.plan.backup.bytes) * RESTORE_TIMES // 1024)
        for kept, name in [(self.plan.backup, "database"), *((log, log.manifest.stem) for log in self.plan.logs)]:
            age = subprocess.Popen(["age", "--decrypt", "--identity", self.shelf.key, "--", kept.data], stdout=subprocess.PIPE)
            assert age.stdout
            self.fleet.out_of(self.host, self.fleet.end(self.host, self.fleet.send(self.host, age.stdout, f"/opt/isuumo/restoring/{name}.gz")))
            need(age.wait() == 0, f"age cannot decrypt {kept.data}; its reason stands above")

    def rows(self) -> None:
        backup, logs = self.plan.backup, [log.manifest.stem for log in self.plan.logs]
        told = self.fleet.on(self.host, "restore_rows", backup.flavor, self.position, backup.offset, self.to, *logs)
        said = dict(re.findall(r"^(rows|position)=(.*)$", told, re.MULTILINE))
        self.position = said["position"]
        print(f"{said['rows']} chairs and estates, position {self.position}", end=" ")

    def replace(self) -> None:
        fleet = self.fleet
        try:
            terminal.step("Stopping the applications", fleet.on_all, "halt")
            terminal.step("Copying the last binary logs", copy_last_logs, fleet, self.shelf)
            executed = [said.splitlines()[1] for said in fleet.on_all("position").values()]
        except (Failure, SystemExit) as reason:
            if isinstance(reason, Failure):
                terminal.report(reason)
            print("Nothing has been replaced: the applications start again.")
            fleet.ask_all("resume")
            raise SystemExit(reason.code) from reason
        playbook.run(fleet, "restore.yml", "--extra-vars", f"mysql_restored_position={self.next_position([self.position, *executed])}")
        terminal.step("Waiting until every host serves", fleet.on_all, "serve", SERVES_SECONDS)
        fleet.on_all("log_line", f"restore {self.plan.backup.manifest.stem} by {terminal.operator()}: to {self.plan.reached}")
        table.show(fleet)
        print("The logs from now on continue no backup: take one with ./deploy.sh backup.")

    def next_position(self, positions: list[str]) -> str:
        """MySQL: all that anybody has executed. MariaDB: past the last of these."""
        if not self.fleet.writer_has_mariadb():
            return ",".join(positions).replace(" ", "")
        each = [position.split("-") for joined in positions for position in joined.split(",")]
        domain, server, number = max(each, key=lambda position: int(position[2]))
        return f"{domain}-{server}-{int(number) + GTID_JUMP}"
