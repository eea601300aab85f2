"""What a host's processor, memory, network, disk and application do, each second, a JSON line each on standard output; ends after
the seconds that it is given, or by SIGTERM. Sent to a host by ./deploy.sh tune.
Arguments: SECONDS [OPERATORS_PORT [SERVER'S_PROCESS]].

cpu: cores used, by program, of the cores that there are for all; busy: all of the machine's, which in a container are others' too. run_queue: who runs or would. memory:
MiB that are not available. network_in, network_out, disk_read, disk_write: bytes. The rest is the application's /metrics: what
was spent in collections (gc_seconds) and counted since the sample before, and what is there now (waiting for a connection to the
database, running and waiting work, seconds of the lease)."""

import json
import os
import re
import sys
import time
import urllib.request
from pathlib import Path

OPERATORS_PORT = int(sys.argv[2]) if len(sys.argv) > 2 else 8083  # as in group_vars/isuumo.yml
SERVER = sys.argv[3] if len(sys.argv) > 3 else None  # where it is not the only Java program
SECOND = 1.0
PROGRAMS = {"nginx": "nginx", "haproxy": "nginx", "java": "server", "mariadbd": "database", "mysqld": "database"}
TICKS, PAGE_MIB = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE") / 2**20
SECTOR = 512
COUNTED = {"gc_seconds": "jvm_gc_collection_seconds_sum", "refused": "isuumo_work_refused_total", "transactions": "isuumo_feed_transactions_total"}
PRESENT = {"pool_waiting": "isuumo_pool_waiting", "pool_active": "isuumo_pool_active", "work_running": "isuumo_work_running",
           "work_waiting": "isuumo_work_waiting", "lease_seconds": "isuumo_cluster_lease_seconds"}


def processes():
    """Seconds of processor time by process: {(pid, started): (program, seconds)}; it goes away with the process."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            head, _, tail = stat.read_text().rpartition(")")
        except OSError:
            continue  # it ended
        fields = tail.split()
        program = PROGRAMS.get(head.partition("(")[2], "rest")
        if program == "server" and SERVER not in (None, stat.parent.name):
            program = "rest"
        found[stat.parent.name, fields[19]] = program, (int(fields[11]) + int(fields[12])) / TICKS
    return found


def busy():
    """Seconds that processors were not idle."""
    user, nice, system, idle, waiting, *more = map(int, Path("/proc/stat").read_text().splitlines()[0].split()[1:9])
    return (user + nice + system + sum(more)) / TICKS


def sums(file, wanted, columns):
    """Of the lines whose name, the word before the numbers, is wanted."""
    totals = [0] * len(columns)
    for line in Path(file).read_text().splitlines():
        words = re.split(r"[\s:]+", line.strip())
        if any(wanted(word) for word in words[:3]):
            totals = [total + int(words[column]) for total, column in zip(totals, columns)]
    return totals


def cores():
    """As many as the machine has, or as a container may use."""
    limit = Path("/sys/fs/cgroup/cpu.max")
    quota, period = limit.read_text().split() if limit.exists() else ("max", "1")
    return os.cpu_count() if quota == "max" else min(os.cpu_count(), int(quota) / int(period))


def is_disk(name):
    """And no part of one."""
    return Path("/sys/block", name, "device").exists()


def metrics():
    """Of the application, each summed over its labels; nothing where it does not answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{OPERATORS_PORT}/metrics", timeout=SECOND / 2) as answer:
            lines = answer.read().decode().splitlines()
    except OSError:
        return {}
    totals = {}
    for line in lines:
        name = re.match(r"[a-z_]+", line)
        if name and name[0] in {*COUNTED.values(), *PRESENT.values()}:
            totals[name[0]] = totals.get(name[0], 0) + float(line.rpartition(" ")[2])
    return totals


def look():
    memory = dict(re.findall(r"^(\w+): +(\d+)", Path("/proc/meminfo").read_text(), re.MULTILINE))
    return {"at": time.time(), "processes": processes(), "busy": busy(), "metrics": metrics(),
            "run_queue": int(Path("/proc/loadavg").read_text().split()[3].partition("/")[0]) - 1,  # without this one
            "memory": (int(memory["MemTotal"]) - int(memory["MemAvailable"])) // 1024,
            "network": sums("/proc/net/dev", lambda name: name not in ("lo", "") and Path("/sys/class/net", name).exists(), (1, 9)),
            "disk": sums("/proc/diskstats", is_disk, (5, 9))}


def between(before, after):
    seconds = after["at"] - before["at"]
    cpu = dict.fromkeys(PROGRAMS.values(), 0.0) | {"rest": 0.0}
    for process, (program, used) in after["processes"].items():
        cpu[program] += (used - before["processes"].get(process, (program, 0.0))[1]) / seconds
    now, then = after["metrics"], before["metrics"]
    return {"at": round(after["at"], 3), "cores": cores(), "cpu": {program: round(cores, 3) for program, cores in cpu.items()},
            "busy": round((after["busy"] - before["busy"]) / seconds, 3), "run_queue": after["run_queue"], "memory": after["memory"],
            **dict(zip(("network_in", "network_out"), (b - a for a, b in zip(before["network"], after["network"])))),
            **dict(zip(("disk_read", "disk_write"), (SECTOR * (b - a) for a, b in zip(before["disk"], after["disk"])))),
            **{name: round(now[metric] - then[metric], 4) for name, metric in COUNTED.items() if metric in now and metric in then},
            **{name: now[metric] for name, metric in PRESENT.items() if metric in now}}


def main():
    end, before = time.monotonic() + float(sys.argv[1]), look()
    while time.monotonic() < end:
        time.sleep(SECOND - time.time() % SECOND)  # the same moments on every host
        after = look()
        print(json.dumps(between(before, after)), flush=True)
        before = after


main()
