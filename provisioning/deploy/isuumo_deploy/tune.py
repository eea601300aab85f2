"""One round of tuning: from an edit to a page that says what it did."""

from __future__ import annotations

import hashlib
import subprocess
import time
from argparse import Namespace
from pathlib import Path

from . import chat, lock, playbook, profiler, rollout, table, terminal, tune_local
from .cli import Options, flag, option, verb
from .fleet import STEPS, Fleet
from .inventory import ROOT
from .runs import Runs, duration

# What provisioning brings, by the tags that bring it; the rest of provisioning/ wants the whole playbook.
AREAS = {"nginx": ["nginx", "provisioning/roles/nginx"], "mysql": ["mysql", "sql/schema", "provisioning/roles/mysql"]}
REST = ["provisioning", ":!provisioning/deploy", ":!provisioning/sandbox", ":!provisioning/*.md", *(f":!{paths[-1]}" for paths in AREAS.values())]
# What a release is made of.
RELEASE = ["webapp", ":!webapp/**/test", ":!webapp/*.md", "pom.xml", ".mvn", "provisioning/deploy/release.sh", "provisioning/deploy/train.sh"]
# Of a host, into the run's folder: the name there, and what host_tune_file calls it.
STACKS = {"server.jfr.gz": "stacks"}
FILES = {"samples.jsonl.gz": "samples", "access.log.gz": "nginx", "slow.log.gz": "slow", "settings.txt.gz": "settings"}
ON_HOST = "/opt/isuumo/tune"
# Beyond the load: initialize, verify, and what people do before and after.
SPARE_SECONDS = 120


@verb(option("--duration", "SECONDS", "of load (default 60)", "60"),
      option("--target", "URL", "where people come in (default http://, at the host of the inventory where they do)"),
      option("--note", "TEXT", "what was changed, for the list of runs (default: the commit's subject)"),
      option("--against", "RUN", "compare with this run (default: the one before)"),
      flag("--allow-dirty", "deploy uncommitted changes too"),
      flag("--no-deploy", "only measure what runs"),
      flag("--no-profile", "sample no stacks, so that there are no flame graphs"),
      flag("--local", "measure ./deploy.sh local on this machine instead, without hosts, nginx's log and statements"), alone=tune_local.tune)
def tune(fleet: Fleet, options: Options) -> int:
    """Does what the edits since the last time want: where only nginx's or the database's files
    differ, these are brought and reloaded; where the application's do, it is built and
    all hosts restart with it at once; where nothing does, neither. Then plays the benchmark,
    with every host's requests and slow statements written and its processor, memory,
    network and disk looked at each second, and makes the page of the run, which says
    where time went and what has changed. For a contest: nobody is served meanwhile."""
    started = time.monotonic()
    seconds, runs = duration(options.duration), Runs.of(fleet.inventory)
    terminal.step(f"Asking {fleet}", rollout.check_hosts, fleet)
    if not options.no_deploy:
        bring(fleet, options)
    url = options.target or target(fleet)
    if options.dry_run:
        print(f"would: play the benchmark against {url} for {seconds} s, and make its page")
        return 0
    print(f"Ready to measure after {time.monotonic() - started:.1f} s.")
    with lock.held(fleet, "tune"):
        try:
            terminal.step("Marking the logs", begin, fleet, seconds + SPARE_SECONDS)
            if not options.no_profile:
                terminal.step("Attaching the profiler", profile, fleet)
            code, run = runs.play(url, options, ["--commit", table.running_commit(fleet.writer), *chat.arguments(fleet)])
            if not options.no_profile:
                terminal.step("Detaching the profiler", fleet.on_all, "profile_end")
        finally:
            fleet.ask_all("tune_end")
        terminal.step("Collecting what the hosts saw", collect, fleet, run, FILES if options.no_profile else FILES | STACKS)
    runs.make_page(run, options)
    print(f"The round took {time.monotonic() - started:.1f} s.")
    return code


def bring(fleet: Fleet, options: Options) -> None:
    wanted = changed(fleet)
    if "rest" in wanted:
        provision(fleet, options)
    elif wanted:
        provision(fleet, options, "--tags", ",".join(wanted))
    running = {table.running_commit(host) for host in fleet.hosts}
    if len(running) == 1 and not release_differs(running.pop()):
        print("The hosts run this application already.")
        return
    rollout.deploy(fleet, Namespace(message=options.note, allow_dirty=options.allow_dirty, no_build=False, differs="", no_compare=True,
                                    at_once=True, dry_run=options.dry_run))


def provision(fleet: Fleet, options: Options, *arguments: str) -> None:
    what = " ".join(arguments) or "the whole playbook"
    if options.dry_run:
        print(f"would: provision ({what})")
        return
    with lock.held(fleet, "tune"):
        brought = marks(fleet)
        playbook.run(fleet, "site.yml", *arguments)
        remember(fleet, brought)


def remember(fleet: Fleet, brought: dict[str, str]) -> None:
    """After the playbook has brought all that differed."""
    fleet.on_all("provisioned", *(f"{area}={mark}" for area, mark in brought.items()))


def changed(fleet: Fleet) -> list[str]:
    """The areas that differ from what the hosts were given last; all, where one does not know."""
    ours = marks(fleet)
    found = set()
    for host in fleet.hosts:
        theirs = rollout.fields(host["provisioned"].replace(" ", "\n"))
        found |= {area for area, mark in ours.items() if theirs.get(area) != mark}
    return sorted(found)


def marks(fleet: Fleet) -> dict[str, str]:
    """Of each area's files as they are, committed or not."""
    found = {area: mark(paths) for area, paths in AREAS.items()}
    path = fleet.inventory.path
    inventory = [file for file in ([path] if path.is_file() else sorted(path.rglob("*"))) if file.is_file()]
    return found | {"rest": mark(REST, inventory)}


def mark(paths: list[str], more: list[Path] | None = None) -> str:
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *paths],
                            capture_output=True, text=True, check=True).stdout
    digest = hashlib.sha256()
    for file in [*(ROOT / name for name in sorted(set(listed.split("\0"))) if name), *(more or [])]:
        if file.is_file():
            digest.update(f"{file}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def release_differs(running: str) -> bool:
    """From the application that is here, committed or not."""
    if running.endswith("-dirty"):
        return True
    compared = subprocess.run(["git", "-C", ROOT, "diff", "--quiet", running, "--", *RELEASE], stderr=subprocess.DEVNULL)
    new = subprocess.run(["git", "-C", ROOT, "ls-files", "--others", "--exclude-standard", "--", *RELEASE], capture_output=True, text=True)
    return compared.returncode != 0 or bool(new.stdout)


def target(fleet: Fleet) -> str:
    names = {host.name: host for host in fleet.inventory.hosts}
    first = fleet.inventory.hosts[0]
    front = names.get(str(first.variables.get("isuumo_front_host") or first), first)
    return f"http://{front.variables.get('ansible_host') or front}"


def begin(fleet: Fleet, seconds: int) -> None:
    send_all(fleet, STEPS / "samples.py")
    fleet.on_all("tune_begin", seconds)


def send_all(fleet: Fleet, file: Path) -> None:
    """Beside what is there, and in its place only where it differs: a server may have the library loaded, and what it has mapped must
    not change."""
    there = f"{ON_HOST}/{file.name}"
    command = f"mkdir -p {ON_HOST} && cat >{there}.new && (cmp -s {there}.new {there} || mv {there}.new {there})"
    running = {}
    for host in fleet.hosts:
        with open(file, "rb") as stream:
            running[host] = fleet.start(host, f'sudo -n sh -c "{command}"', stream)
    fleet.all_or_fail({host: fleet.end(host, process) for host, process in running.items()})


def profile(fleet: Fleet) -> None:
    send_all(fleet, profiler.library())
    fleet.on_all("profile_begin")


def collect(fleet: Fleet, run: Path, files: dict[str, str]) -> None:
    for name, kind in files.items():
        running = {}
        for host in fleet.hosts:
            folder = run / "hosts" / host.name
            folder.mkdir(parents=True, exist_ok=True)
            with open(folder / name, "wb") as out:
                running[host] = fleet.start_step(host, "tune_file", kind, stdout=out)
        fleet.all_or_fail({host: fleet.end(host, process) for host, process in running.items()})
