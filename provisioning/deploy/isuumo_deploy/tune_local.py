"""A round of tuning on this machine alone: ./deploy.sh local instead of hosts."""

from __future__ import annotations

import gzip
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import profiler, terminal
from .cli import Options
from .failure import need
from .fleet import STEPS
from .inventory import ROOT
from .runs import Runs, duration

# The name of this machine on the run's page.
HOST = "local"
# People's port; the next is the operators'.
PORTS = range(18200, 18400, 2)


def tune(options: Options) -> int:
    started = time.monotonic()
    seconds = duration(options.duration)
    runs = Runs()
    if options.dry_run:
        print(f"would: start ./deploy.sh local, play the benchmark against it for {seconds} s, and make its page")
        return 0
    port = next(port for port in PORTS if is_free(port) and is_free(port + 1))
    folder = ROOT / ".local/tune"
    folder.mkdir(parents=True, exist_ok=True)
    recording, samples = folder / "server.jfr", folder / "samples.jsonl"
    with server(port, folder / "server.log") as process:
        print(f"Ready to measure after {time.monotonic() - started:.1f} s.")
        with looking(samples, port + 1, process):
            if not options.no_profile:
                profiler.attach(process, f"{profiler.START},file={recording}")
            code, run = runs.play(options.target or f"http://127.0.0.1:{port}", options, [])
            if not options.no_profile:
                profiler.attach(process, f"stop,file={recording}")
    here = run / "hosts" / HOST
    here.mkdir(parents=True, exist_ok=True)
    pack(samples, here / "samples.jsonl.gz")
    if not options.no_profile:
        pack(recording, here / "server.jfr.gz")
    runs.make_page(run, options)
    print(f"The round took {time.monotonic() - started:.1f} s.")
    return code


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@contextmanager
def server(port: int, log: Path) -> Iterator[int]:
    """Its process' id, once it serves."""
    with open(log, "wb") as out:
        local = subprocess.Popen([ROOT / "deploy.sh", "local", "--port", str(port)], stdout=out, stderr=subprocess.STDOUT)
    try:
        terminal.step("Starting ./deploy.sh local", until_ready, local, port, log)
        yield child(local.pid)
    finally:
        local.send_signal(signal.SIGTERM)
        local.wait()


def until_ready(local: subprocess.Popen[bytes], port: int, log: Path) -> None:
    while f"ready: http://localhost:{port}\n" not in log.read_text(errors="replace"):
        need(local.poll() is None, f"./deploy.sh local ended; its reason is in {log}")
        time.sleep(0.1)


def child(parent: int) -> int:
    """The server among those that ./deploy.sh local has started."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if stat.read_text().rpartition(")")[2].split()[1] == str(parent) and b"isuumo.jar" in (stat.parent / "cmdline").read_bytes():
                return int(stat.parent.name)
        except OSError:
            continue  # it ended
    need(False, "./deploy.sh local runs no server")
    return 0


@contextmanager
def looking(samples: Path, operators_port: int, process: int) -> Iterator[None]:
    with open(samples, "wb") as out:
        looks = subprocess.Popen([sys.executable, STEPS / "samples.py", "7200", str(operators_port), str(process)], stdout=out)
    try:
        yield
    finally:
        looks.terminate()
        looks.wait()


def pack(file: Path, packed: Path) -> None:
    with open(file, "rb") as source, gzip.open(packed, "wb", 1) as target:
        shutil.copyfileobj(source, target)
