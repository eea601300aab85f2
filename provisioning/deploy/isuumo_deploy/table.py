"""The table that status prints and that other verbs end with; from what the hosts told."""

from __future__ import annotations

import json
import subprocess

from .failure import Exit
from .fleet import Fleet
from .inventory import Host

MAX_CELL = 60


def show(fleet: Fleet) -> int:
    """As the hosts are now; the exit code is 0 if all is well."""
    fleet.look()
    show_known(fleet)
    return 0 if all_is_well(fleet) else Exit.FAILED


def show_known(fleet: Fleet) -> None:
    rows = [["host", "role", "expected", "running", "since", "health", "lag"], *(row(fleet, host) for host in fleet.hosts)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    for cells in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip())
    for host in fleet.hosts:
        for sentence in () if host.failure else (host["health"], host["trouble"]):
            if len(sentence) > MAX_CELL:
                print(f"{host}: {sentence}")  # the table has no room for it


def row(fleet: Fleet, host: Host) -> list[str]:
    role = "writer" if host is fleet.writer else "replica"
    if host.failure:
        return [host.name, role, "-", "-", "-", str(host.failure), "-"]
    expected, running, health = expected_commit(fleet), running_commit(host), short(host["health"])
    lag = short(host["trouble"]) or ("-" if host is fleet.writer else f"{host['behind'] or '?'} s")
    drained = ", drained" if host.name in host["drained"].split() else ""
    return [host.name, role, expected, running + (" (!)" if running != expected else ""), since(host), health + drained, lag]


def short(sentence: str) -> str:
    return sentence if len(sentence) <= MAX_CELL else sentence[:MAX_CELL - 4] + " ..."


def expected_commit(fleet: Fleet) -> str:
    """What the last deploy or rollback that came to its end left on the writer; where that cannot be asked, on another host."""
    release = next((host["expected"] for host in [fleet.writer, *fleet.hosts] if host["expected"]), "-")
    return release.partition("Z-")[2] or "-"  # 20261125T134002Z-0123456789ab-dirty


def running_commit(host: Host) -> str:
    """As /version tells it, or "-"."""
    try:
        told = json.loads(host["version"])
        return str(told["commit"])[:12] + ("-dirty" if told.get("dirty") else "")
    except (ValueError, KeyError):
        return "-"


def since(host: Host) -> str:
    """systemd says it in the host's own time zone, by name."""
    told = host["since"].partition(" ")[2]
    read = subprocess.run(["date", "-u", "-d", told, "+%Y-%m-%dT%H:%M:%SZ"], capture_output=True, text=True)
    return read.stdout.strip() if told and read.returncode == 0 else told or "-"


def all_is_well(fleet: Fleet) -> bool:
    """Every host is reached and ready, runs what is expected, and follows the writer."""
    expected = expected_commit(fleet)
    return all(not host.failure and running_commit(host) == expected and host["health"] == "ready" and not host["trouble"]
               for host in fleet.hosts)
