"""A host gets nothing more to do, and something again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from . import lock, table, terminal
from .cli import Options, argument, flag, verb
from .failure import Exit, Failure, need
from .fleet import Fleet
from .inventory import Host
from .rollout import READY_SECONDS

# From a reboot's command to ssh again.
BOOT_SECONDS = 300
# The balancer asks a host every quarter of a second.
BALANCER_SECONDS = 1

HOST = argument("HOST")
ACCEPT_OUTAGE = flag("--accept-outage", "all the same: nobody writes, or comes in, until HOST is back")


@verb(HOST, flag("--accept-outage", "though another host is not ready"))
def drain(fleet: Fleet, options: Options) -> None:
    """Sends no more requests to HOST's application, and no new people to its nginx; those who
    are there go on, and the other hosts answer them. Its database follows as before. So it
    stays until ./deploy.sh undrain HOST, or until HOST reboots. One host at a time; deploy
    and rollback want none."""
    host = fleet.named(options.host)
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    need(len(fleet.hosts) > 1, f"{host} is the only host; nobody could take its requests", Exit.OUTAGE)
    if not options.accept_outage:
        need_all_but(fleet, host)
    lock.refuse_if_not_ours(fleet)
    with lock.held(fleet, f"drain {host}"):
        try:
            terminal.change(f"{host}: draining it in every nginx, and in the balancer", take_out, fleet, host)
        except BaseException:
            back_in(fleet, host)
            raise
        table.show(fleet)


@verb(HOST)
def undrain(fleet: Fleet, options: Options) -> int:
    """Sends HOST requests and people again, after ./deploy.sh drain."""
    host = fleet.named(options.host)
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    lock.refuse_if_not_ours(fleet)
    terminal.change(f"{host}: giving it requests again", bring_back, fleet, host)
    return table.show(fleet)


@verb(HOST, ACCEPT_OUTAGE)
def reboot(fleet: Fleet, options: Options) -> int:
    """Drains HOST, lets its application part from the others, reboots it, waits until it
    serves, and gives it requests again. Refused for the writer, for the host where people
    come in, and while another host is not ready."""
    host = fleet.named(options.host)
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    refuse_outage(fleet, host, options)
    with out(fleet, host, f"reboot {host}"):
        terminal.change(f"{host}: rebooting it, until it serves", boot, fleet, host)
    return table.show(fleet)


@verb(HOST, ACCEPT_OUTAGE)
def upgrade(fleet: Fleet, options: Options) -> int:
    """Brings HOST what its distribution has newer of its packages, the database's too, with the
    settings that it has; then reboots it. It is drained meanwhile, as by reboot, and refused
    as there. Host by host: replicas first, the writer after ./deploy.sh promote."""
    host = fleet.named(options.host)
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    refuse_outage(fleet, host, options)
    outdated = terminal.step(f"{host}: asking its distribution", fleet.on, host, "outdated", "1" if options.dry_run else "")
    if not outdated:
        print("There is nothing newer.")
        return 0
    print(f"  {outdated}")
    with out(fleet, host, f"upgrade {host}"):
        terminal.change(f"{host}: upgrading {len(outdated.split())} packages", fleet.on, host, "upgrade")
        terminal.change(f"{host}: rebooting it, until it serves", boot, fleet, host)
    return table.show(fleet)


def refuse_outage(fleet: Fleet, host: Host, options: Options) -> None:
    """What would leave nobody to write, nobody to come in at, or nobody to read from."""
    if not options.accept_outage:
        remedy = "If that may be: --accept-outage"
        need(len(fleet.hosts) > 1, f"{host} is the only host. {remedy}", Exit.OUTAGE)
        need(host is not fleet.writer, f"{host} is the writer; make another one the writer first, with ./deploy.sh promote HOST. {remedy}",
             Exit.OUTAGE)
        need(not host["balancer_state"], f"people come in at {host}; nobody can meanwhile. {remedy}", Exit.OUTAGE)
        need_all_but(fleet, host)
    lock.refuse_if_not_ours(fleet)


def need_all_but(fleet: Fleet, host: Host) -> None:
    for other in fleet.others(host):
        need(not host["etcd"] or other["etcd"] in ("", "active"), f"etcd on {other} is {other['etcd']}, so that of {host} is needed for a "
             "majority; see journalctl --unit etcd there", Exit.OUTAGE)
    for other in fleet.others(host):
        state = str(other.failure or ("drained" if other.name in other["drained"].split() else other["health"]))
        need(state == "ready", f"{other} is not ready ({state}), so {host} is needed; see ./deploy.sh status", Exit.OUTAGE)


@contextmanager
def out(fleet: Fleet, host: Host, what: str) -> Iterator[None]:
    """Nobody is sent there meanwhile."""
    with lock.held(fleet, what):
        try:
            terminal.change(f"{host}: draining it in every nginx, and in the balancer", take_out, fleet, host)
            yield
            terminal.change(f"{host}: giving it requests again", bring_back, fleet, host)
        except BaseException:
            back_in(fleet, host)
            raise


def take_out(fleet: Fleet, host: Host) -> None:
    if len(fleet.hosts) > 1:
        fleet.on_all("drain", host)
        fleet.on(host, "leave")
        time.sleep(BALANCER_SECONDS)


def bring_back(fleet: Fleet, host: Host) -> None:
    fleet.on_all("undrain", host)
    fleet.on(host, "stay")


def back_in(fleet: Fleet, host: Host) -> None:
    """As far as that can be."""
    if not terminal.dry_run:
        fleet.ask_all("undrain", host)
        fleet.ask(host, "stay")


def boot(fleet: Fleet, host: Host) -> None:
    """Until it serves again."""
    before, deadline = fleet.on(host, "boot"), time.monotonic() + BOOT_SECONDS
    fleet.ask(host, "reboot")  # whose connection ends
    fleet.disconnect(host)
    while True:
        answer = fleet.ask(host, "boot")
        if answer.code == 0 and answer.out != before:
            break
        if time.monotonic() >= deadline:
            raise Failure(f"{host} has not come back within {BOOT_SECONDS} s; look at its console", Exit.UNREACHABLE)
        time.sleep(1)
    fleet.on(host, "await", READY_SECONDS)
