"""One host more or less, while the others serve."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from . import inventory, lock, playbook, table, terminal
from .away import HOST, need_all_but
from .cli import Options, flag, verb
from .failure import Exit, Failure, need
from .fleet import Fleet
from .inventory import Host
from .rollout import INCOMING, READY_SECONDS


@verb(HOST)
def add(fleet: Fleet, options: Options) -> int:
    """Brings a bare host in while the others serve. Write it into the inventory first, as the
    others stand there: then add provisions it, makes its database a replica, copies the
    release that runs, restarts the others' applications one after the other, so that they
    know it, and sends people there once it serves. One host at a time; if it ends half-way,
    add it again, or take it away with remove."""
    host = fleet.named(options.host)
    need(host is not fleet.writer, f"{host} is the writer by the inventory; add it as a replica, then promote it", Exit.USAGE)
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    need(host["health"] != "ready", f"{host} serves already", Exit.USAGE)
    need_all_but(fleet, host)
    lock.refuse_if_not_ours(fleet)
    release, serving = fleet.writer["current"], fleet.others(host)
    with lock.held(fleet, f"add {host}"):
        if options.dry_run:
            print(f"would: provision {host}, copy {release} there, and restart the application of {' '.join(map(str, serving))}, one after the other")
            return 0
        provision_files(fleet, "--tags", "base,firewall,mysql,app")
        terminal.step(f"{host}: copying the release that runs, and starting it", start_as_the_others, fleet, host, release)
        restart_all(fleet, serving, release)
        terminal.step(f"{host}: waiting until it serves", fleet.on, host, "await", READY_SECONDS)
        provision_files(fleet)
        fleet.on_all("log_line", f"add - by {terminal.operator()}: {host}")
        return table.show(fleet)


@verb(HOST,
      flag("--fenced", "HOST cannot be reached, and you made sure that nobody else reaches it"),
      flag("--accept-outage", "people come in at HOST; they come in at the first of the others then"))
def remove(fleet: Fleet, options: Options) -> int:
    """Takes HOST out of the inventory while the others serve: nobody is sent there any more,
    its application and nginx are stopped and not started at a boot, and the others'
    applications are restarted one after the other, so that none waits for it. Its rows stay
    on its disk. Refused for the writer, and while another host is not ready."""
    host = fleet.named(options.host)
    need(len(fleet.hosts) > 1, f"{host} is the only host", Exit.OUTAGE)
    need(host is not fleet.writer, f"{host} is the writer; make another one the writer first, with ./deploy.sh promote HOST", Exit.OUTAGE)
    terminal.step(f"Asking {fleet}", fleet.look)
    need(not host["etcd"], f"{host} is one of the three whose majority decides who writes; set isuumo_failover: false, ./deploy.sh provision, "
         "remove it, and set it to true again", Exit.OUTAGE)
    need_all_but(fleet, host)
    if host.failure:
        need(options.fenced, f"{host.failure}. If nobody else reaches it either: --fenced", host.failure.code)
    else:
        need(not host["balancer_state"] or options.accept_outage, f"people come in at {host}; set isuumo_front_host to another one, provision, "
             "and let them come there first. Or add --accept-outage", Exit.OUTAGE)
    lock.refuse_if_not_ours(fleet)
    file = file_of(host, fleet.inventory.path)
    text = without(host, file)
    fleet.hosts = fleet.others(host)
    refuse_otherwise(fleet, host, file, text)
    with lock.held(fleet, f"remove {host}"):
        if options.dry_run:
            print(f"would: take {host} out of {file}, stop what runs there, provision {fleet}, and restart their applications one after the other")
            return 0
        file.write_text(text)
        print(f"{file} has no {host} any more.")
        provision_files(fleet, "--tags", "nginx")
        if not host.failure:
            terminal.step(f"{host}: stopping what runs there", fleet.on, host, "retire")
        provision_files(fleet)
        restart_all(fleet, fleet.hosts, fleet.writer["current"])
        fleet.on_all("log_line", f"remove - by {terminal.operator()}: {host}")
        return table.show(fleet)


def provision_files(fleet: Fleet, *arguments: str) -> None:
    """Every file says what the inventory says, and no application is restarted."""
    playbook.run(fleet, "site.yml", "--extra-vars", '{"isuumo_restarts": false}', *arguments)


def start_as_the_others(fleet: Fleet, host: Host, release: str) -> None:
    """As it is on the writer, with what hosts add to it."""
    archive = fleet.work / "release.tar.gz"
    with open(archive, "wb") as out:
        copied = fleet.start(fleet.writer, f"sudo -n tar --create --gzip --directory /opt/isuumo/releases/{release} .",
                             subprocess.DEVNULL, out)
        fleet.out_of(fleet.writer, fleet.end(fleet.writer, copied))
    fleet.on(host, "forget", release)
    fleet.on(host, "need_room", archive.stat().st_size * 5 // 1024)
    with open(archive, "rb") as stream:
        fleet.out_of(host, fleet.end(host, fleet.send(host, stream, INCOMING)))
        stream.seek(0)
        fleet.on(host, "unpack", release, hashlib.file_digest(stream, "sha256").hexdigest())
    fleet.on(host, "switch", release)
    fleet.on(host, "log_line", f"deploy {release} by {terminal.operator()}: as the others")


def restart_all(fleet: Fleet, serving: list[Host], release: str) -> None:
    """The applications read at their start who the hosts are. The writer last, and it lets the others serve once it knows them. At
    any moment some know one host more than the rest: a majority of the one list and one of the other have a host in common."""
    for each in [*(host for host in serving if host is not fleet.writer), fleet.writer]:
        alone = len(serving) == 1
        try:
            if not alone:
                terminal.step(f"{each}: draining it", tell_nginx_of, fleet, serving, "drain", each)
            terminal.step(f"{each}: restarting it, until it is ready", restart, fleet, each, release)
            if not alone:
                terminal.step(f"{each}: giving it requests again", tell_nginx_of, fleet, serving, "undrain", each)
        except BaseException:
            fleet.ask_all("undrain", each)
            raise


def tell_nginx_of(fleet: Fleet, serving: list[Host], step: str, host: Host) -> None:
    """A host that is new has none yet."""
    for each in serving:
        fleet.on(each, step, host)


def restart(fleet: Fleet, host: Host, release: str) -> None:
    fleet.on(host, "switch", release)
    fleet.on(host, "await", READY_SECONDS)


def lines_of(host: Host, text: str) -> list[range]:
    """Where the host's lines are: its name, and what is indented deeper (YAML); or one line that begins with it (INI). With
    comments, and as they stand: what a parser would write anew loses both."""
    lines, found = text.splitlines(), []
    head = re.compile(rf"(\s+){re.escape(host.name)}:|{re.escape(host.name)}(\s|$)")
    for index, line in enumerate(lines):
        if match := head.match(line):
            end = index + 1
            while match[1] and end < len(lines) and lines[end].startswith(match[1] + " ") and lines[end].strip():
                end += 1
            found.append(range(index, end))
    return found


def file_of(host: Host, path: Path) -> Path:
    """That has its lines."""
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    places = [file for file in files for _ in lines_of(host, file.read_text())]
    need(len(places) == 1, f"{host} stands in {len(places)} places of {path}; remove takes it out where it stands in one. Take it out by hand, "
         "then ./deploy.sh provision", Exit.NO_INVENTORY)
    return places[0]


def without(host: Host, file: Path) -> str:
    text = file.read_text()
    gone = lines_of(host, text)[0]
    return "".join(f"{line}\n" for index, line in enumerate(text.splitlines()) if index not in gone)


def refuse_otherwise(fleet: Fleet, host: Host, file: Path, text: str) -> None:
    """Unless this text of the inventory's file means the hosts that stay: tried on a copy, before anything is touched."""
    path = fleet.inventory.path
    copy = fleet.work / path.name
    if path.is_dir():
        shutil.copytree(path, copy)
    (copy / file.relative_to(path)).write_text(text)
    try:
        meant = inventory.listed(copy)
        names = meant["isuumo"]["hosts"]
        front = meant["_meta"]["hostvars"][names[0]].get("isuumo_front_host", names[0])
        named = " ".join(names) if front in names else f"nobody where people come in, {front}"
    except (Failure, KeyError, IndexError):
        named = "nobody"
    need(named == " ".join(map(str, fleet.hosts)), f"{file} cannot be left without {host} by taking its lines out: that would name {named}. "
         "Take it out by hand, then ./deploy.sh provision", Exit.NO_INVENTORY)
