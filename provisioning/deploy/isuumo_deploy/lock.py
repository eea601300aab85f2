"""One command at a time works on the hosts; and none with an inventory that names a former writer."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from .failure import Exit, Failure, need
from .fleet import Fleet
from .inventory import Host
from . import terminal


@contextmanager
def held(fleet: Fleet, what: str) -> Iterator[None]:
    lock_id = f"{os.uname().nodename}.{os.getpid()}.{time.time()}"
    locked: list[Host] = []
    try:
        terminal.change(f"Locking {fleet}", take, fleet, lock_id, what, locked)
        yield
    except Failure as failure:
        terminal.report(failure)  # before what may take a while
        raise SystemExit(failure.code) from failure
    finally:
        for host in locked:
            if fleet.ask(host, "unlock", lock_id).code:
                terminal.warn(f"{host} stays locked; ./deploy.sh unlock REASON")


def take(fleet: Fleet, lock_id: str, what: str, locked: list[Host]) -> None:
    for host in fleet.hosts:
        locked.append(host)  # before the answer: a lock whose answer is lost is given back too
        answer = fleet.ask(host, "lock", lock_id, terminal.operator(), os.getpid(), what)
        if answer.code == Exit.LOCKED:
            raise refusal(host, str(fleet.failure(host, answer)).partition("locked by ")[2])
        fleet.out_of(host, answer)


def refusal(host: Host, line: str) -> Failure:
    """line: OWNER since TIME (process NUMBER): WHAT. Whether the owner still works is told as far as this machine can."""
    process = re.search(r"\(process (\d+)\)", line)
    here = line.partition(" ")[0].endswith("@" + os.uname().nodename)
    if here and process and not os.path.exists(f"/proc/{process[1]}"):
        return Failure(f"an earlier command ended half-way on {host}: {line}. See ./deploy.sh status; then ./deploy.sh unlock REASON "
                       "puts it in order, and you deploy or roll back again", Exit.HALF_FINISHED)
    return Failure(f"{host} is locked by {line}. If that command no longer runs: ./deploy.sh unlock REASON", Exit.LOCKED)


def refuse_if_locked(fleet: Fleet) -> None:
    """For a dry run, and before a long build."""
    for host in fleet.hosts:
        if host["lock"]:
            raise refusal(host, host["lock"])


def refuse_if_not_ours(fleet: Fleet) -> None:
    """What an inventory of before would do to the hosts: their rows are the present writer's."""
    latest = latest_change(fleet)[1]
    need(latest == fleet.writer.name, f"{latest} has taken the place of {fleet.writer}, which the inventory names as isuumo_writer; "
         f"write it there first, with ./deploy.sh promote {latest}", Exit.FORMER_WRITER)
    refuse_if_locked(fleet)


def latest_change(fleet: Fleet) -> tuple[int, str]:
    """Its number, and who writes since, as far as a host knows; before the first, by the inventory."""
    known = [host["mandate"].split(" ", 1) for host in fleet.hosts if host["mandate"]]
    return max(((int(number), name) for number, name in known), key=lambda change: change[0], default=(0, fleet.writer.name))
