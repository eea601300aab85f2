"""
What some directives cost: CPU time of the nginx worker for each request, with them and without; and the balancer's own.

wrk asks over 16 connections for three seconds after one to warm up; alternatives take turns, seven rounds each. The worker's
own time is hardly disturbed by what else the machine does; requests per second are.
"""

import os
import random
import re
import statistics
import subprocess
import sys
from pathlib import Path

import fixture
from client import Place
from rig import Rig

ROUNDS = 7
SECONDS = 3
JSON_BYTES, PICTURE_BYTES = 12_300, 6_000

# what is replaced in the configuration, address, request header
CASES = {
    "nothing changed, for the noise": ({}, "/images/chair/all.png", "Accept: image/webp"),
    "open_file_cache off, a picture": (
        {"open_file_cache max=8192 inactive=60s;": "open_file_cache off;"},
        "/images/chair/all.png",
        "Accept: image/webp",
    ),
    "gzip on, level 1, for the app's JSON": (
        {"gzip_vary on;": "gzip_vary on; gzip on; gzip_comp_level 1; gzip_types application/json;"},
        "/api/chair/search?page=0",
        "Accept-Encoding: gzip",
    ),
    "no look for a drained host, a picture": (
        {"include snippets/drained.conf;": 'set $drained "";'},
        "/images/chair/all.png",
        "Accept: image/webp",
    ),
    "no look whether the address is plain, a picture": (
        {"include snippets/plain-paths.conf;": 'map "" $path_fault { default ""; }'},
        "/images/chair/all.png",
        "Accept: image/webp",
    ),
    "access log with buffer=64k": (
        {"access.log ltsv;": "access.log ltsv buffer=64k flush=1s;"},
        "/images/chair/all.png",
        "Accept: image/webp",
    ),
    "access log off": (
        {"access_log /var/log/nginx/access.log ltsv;": "access_log off;"},
        "/images/chair/all.png",
        "Accept: image/webp",
    ),
    "pcre_jit on, a person": (
        {"events {": "pcre_jit on; events {"},
        "/images/chair/all.png",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36",
    ),
}


# path, isuumo_front: what a request costs where people come in, besides the nginx that answers it
FRONTS = {
    "spreading connections, a search": ("/api/chair/search?page=0", "one"),
    "proxying HTTP, a search": ("/api/chair/search?page=0", "http"),
    "spreading connections, a picture": ("/images/chair/all.png", "one"),
}


def main() -> int:
    nginx, modules, haproxy, work = (Path(argument) for argument in sys.argv[1:])
    Rig.configure(nginx, modules, haproxy, work, "contest")
    fronts = {name: [front_microseconds(path, front) for _ in range(ROUNDS)] for name, (path, front) in FRONTS.items()}
    for name, values in fronts.items():
        print(f"{name}: {spread(values)}", flush=True)
    for name, (changes, path, header) in CASES.items():
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(microseconds_per_request({}, path, header))
            theirs.append(microseconds_per_request(changes, path, header))
        print(f"{name}: {spread(theirs)}, as configured: {spread(ours)}", flush=True)
    return 0


def spread(values: list[float]) -> str:
    return f"{statistics.median(values):.0f} µs ({min(values):.0f} to {max(values):.0f})"


def microseconds_per_request(changes: dict[str, str], path: str, header: str) -> float:
    with Rig({"worker_processes auto;": "worker_processes 1;"} | changes) as rig:
        fixture.write(rig.data_root, fixture.DATA)
        (rig.data_root / "images/chair/all.webp").write_bytes(b"x" * PICTURE_BYTES)
        for app in rig.apps.values():
            app.body = japanese_text()
        (worker,) = rig.first.workers()
        return measure(worker, rig.direct, path, header)


def front_microseconds(path: str, front: str) -> float:
    """Of the balancer, or of the nginx that passes requests on."""
    with Rig({"worker_processes auto;": "worker_processes 1;"}, balanced=front == "one", isuumo_front=front) as rig:
        fixture.write(rig.data_root, fixture.DATA)
        for app in rig.apps.values():
            app.body = japanese_text()
        process = str(rig.balancer.process.pid) if rig.balancer else next(iter(rig.first.workers()))
        return measure(process, rig.place, path, "Accept: image/png")


def measure(process: str, place: Place, path: str, header: str) -> float:
    url = f"http://{place[0]}:{place[1]}{path}"
    wrk(url, header, 1)
    before = cpu_seconds(process)
    requests = wrk(url, header, SECONDS)
    return (cpu_seconds(process) - before) / requests * 1e6


def japanese_text() -> bytes:
    """As hard to compress as the names and descriptions of a search's answer."""
    letters = random.Random(10).choices(
        [chr(code) for code in range(ord("あ"), ord("ん"))] + list('0123456789,:"'), k=JSON_BYTES
    )
    return "".join(letters).encode()[:JSON_BYTES]


def wrk(url: str, header: str, seconds: int) -> int:
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "-H", header, url]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in report or "Socket errors" in report:
        raise RuntimeError(f"not every request went well: {report}")
    return int(re.search(r"(\d+) requests in", report).group(1))


def cpu_seconds(pid: str) -> float:
    """User and system time; fields 14 and 15 of proc(5)'s stat."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
