"""Another host becomes the writer."""

from __future__ import annotations

import re
import time
from pathlib import Path

from . import chat, lock, playbook, table, terminal
from .cli import Options, argument, flag, verb
from .failure import Exit, need
from .fleet import Fleet, listed
from .inventory import Host

WRITER_LINE = re.compile(r"^(\s*isuumo_writer\s*[:=]\s*[\"']?)[^\s\"'#]+", re.MULTILINE)


@verb(argument("HOST"),
      flag("--fenced", "the old writer is lost: it cannot be reached, or not be asked, and you made sure that nobody else reaches it: it is "
           "switched off or cut from the network. It serves nothing when it is back, until ./deploy.sh provision has made it a replica"),
      flag("--accept-loss", "another replica cannot be reached either: go on, though that one may alone have what was acknowledged"))
def promote(fleet: Fleet, options: Options) -> int:
    """Makes HOST the writer, while every host goes on serving: the old writer ends its
    writes, HOST's database takes its place, the other databases follow that, and HOST's
    application becomes the writer. Writes are held meanwhile, for a few seconds. Then
    isuumo_writer is set in the inventory, and provisioning makes every file say so. Where
    HOST has taken the place of a lost writer by itself (isuumo_failover), only these two.

    What is lost: nothing, if the old writer can be reached. If it cannot: an
    acknowledged write is on a replica too, as long as one was connected within
    2 s before (semi-synchronous replication, which status and verify tell); with all
    replicas away the writer went on alone, and what it acknowledged then is on its own
    disk only. A promotion that ends half-way is made again, to any host."""
    if options.fenced:
        fleet.connect_seconds = 2  # one is gone, and writes wait
    new = fleet.named(options.host)
    file = file_of_writer(fleet.inventory.path)
    terminal.step(f"Asking {fleet}", fleet.look)
    number, latest = lock.latest_change(fleet)
    old, taken_over = fleet.named(latest), new["mandate"] == f"{number} {new}"
    if taken_over or new is old:  # it took another's place by itself, or a promotion ended before its last steps
        old = fleet.writer
    need(new is not old, f"{new} is the writer already", Exit.USAGE)
    away = keep_reachable(fleet, new)
    if not taken_over:
        need_possible(new, old, away, options)
    lock.refuse_if_locked(fleet)
    with lock.held(fleet, f"promote {new}"):
        if options.dry_run:
            before = f"since {new} writes already" if taken_over else f"once {old} has ended its writes and {new} has caught up and taken its place"
            print(f"would: write isuumo_writer into {file}, {before}, and provision {fleet}")
            return 0
        if not taken_over:
            change_writer(fleet, old, new, number + 1, away)
        return make_files_say_so(fleet, file, old, new, away)


def file_of_writer(path: Path) -> Path:
    """That has the one line that names the writer: found before anything is touched."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    lines = {file: len(WRITER_LINE.findall(file.read_text(errors="replace"))) for file in files}
    number = sum(lines.values())
    need(number == 1, f"isuumo_writer stands on {number} lines of {path}; promote changes it where it stands on one", Exit.NO_INVENTORY)
    return max(lines, key=lambda file: lines[file])


def keep_reachable(fleet: Fleet, new: Host) -> list[Host]:
    """The fleet is those that answer, from now on; the others."""
    away = [host for host in fleet.hosts if host.failure]
    for host in away:
        print(host.failure)
    if new.failure:
        raise new.failure
    fleet.hosts = [host for host in fleet.hosts if not host.failure]
    return away


def need_possible(new: Host, old: Host, away: list[Host], options: Options) -> None:
    if old in away:
        need(options.fenced, f"{old} cannot be reached, so it may still sell chairs; switch it off or cut it from the network, then add --fenced",
             Exit.UNREACHABLE)
        need(len(away) == 1 or options.accept_loss, f"{listed(away)} cannot be reached, and one may alone have what {old} acknowledged; "
             "bring it back, or add --accept-loss", Exit.UNREACHABLE)
    else:
        need(not options.fenced, f"{old} can be reached, so it is asked to end its writes; --fenced is for one that is switched off or cut "
             "from the network", Exit.USAGE)
    said = new["failover_state"]  # the next writer's agent could not say that it may answer
    need(new["failover"] != "enabled" or not said.startswith("no majority"), f"{new} says: {said}. Bring another host's etcd back, or set "
         "isuumo_failover: false and ./deploy.sh provision, and promote then", Exit.NO_MAJORITY)


def change_writer(fleet: Fleet, old: Host, new: Host, number: int, away: list[Host]) -> None:
    started = time.monotonic()
    if old not in away:
        position = terminal.step(f"{old}: ending its writes", fleet.on, old, "let_go", number, new)
    else:
        terminal.step(f"Letting no request wait for {old}", give_up_on, fleet, old)
        received = terminal.step("Executing on every replica what it has received", fleet.on_all, "stop_receiving")
        position = terminal.step(f"{new}: fetching what another received", fetch_from_others, fleet, new, received)
    terminal.step(f"{new}: making its database the primary", fleet.on, new, "become_primary", position)
    terminal.step("Letting the others' databases follow it", follow, fleet, new)
    terminal.step(f"{new}: making its application the writer", fleet.on, new, "appoint", number, *away)
    print(f"Writes go on, {time.monotonic() - started:.1f} s after they were ended.")


def give_up_on(fleet: Fleet, old: Host) -> None:
    """nginx asks it for nothing from now on, and what waits for its answer learns at once that there is none."""
    fleet.on_all("drain", old)
    fleet.on_all("cut_off", old.address)


def fetch_from_others(fleet: Fleet, new: Host, received: dict[Host, str]) -> str:
    """The position then."""
    for host in fleet.others(new):
        fleet.on(new, "catch_up", host, received[host])
    return fleet.on(new, "executed")


def follow(fleet: Fleet, new: Host) -> None:
    for host in fleet.others(new):
        fleet.on(host, "follow", new)


def make_files_say_so(fleet: Fleet, file: Path, old: Host, new: Host, away: list[Host]) -> int:
    text = WRITER_LINE.sub(rf"\g<1>{new}", file.read_text())
    file.write_text(text)
    print(f"{file} names {new} now: {next(line for line in text.splitlines() if WRITER_LINE.match(line))}")
    fleet.writer = new
    fleet.on_all("log_line", f"promote - by {terminal.operator()}: {new} instead of {old}")
    playbook.run(fleet, "site.yml", "--skip-tags", "base,firewall,tools", "--limit", "".join(f"{host}," for host in fleet.hosts))
    if old in away:
        fleet.on_all("undrain", old)
    chat.tell(fleet, f"{new} is the writer instead of {old}")
    return table.show(fleet)
