#!/usr/bin/env python3
"""A directory of backups: which are whole, which binary logs continue them, and until when. backup.sh and restore.sh call it.

  backups.py DIRECTORY keep NAME FIELD=VALUE...        NAME.age.new is complete: give it its name, and a manifest NAME.json
  backups.py DIRECTORY source                          the host of the newest backup, whose logs are to be kept
  backups.py DIRECTORY missing HOST                    of a host's logs (standard input), those to be kept: "LOG NEXT"; exit code 1
                                                       if they do not continue the newest backup
  backups.py DIRECTORY plan NAME TIME FLAVOR VERSION   what a restore of NAME (or "") to TIME (or "") needs, a line each
  backups.py DIRECTORY prune KEEP                      remove all but the newest KEEP whole backups, and what only they needed

A log is NAME@CREATED, in seconds since 1970: a server that begins its logs anew gives the same names again. The logs of a backup are
a chain: the backup says in which log of its host it ends, and each log which one follows. A manifest is written last, so what has
none is no backup. What is refused is said in a sentence on standard error, with exit code 22.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
import sys
from pathlib import Path
from typing import NoReturn

REFUSED = 22  # EXIT_BACKUP in common.sh


@dataclasses.dataclass(frozen=True, eq=False)
class Kept:
    """A backup or a log: an encrypted file and its manifest."""

    manifest: Path
    fields: dict[str, str]

    def __getattr__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def data(self) -> Path:
        return self.manifest.with_suffix(".age")

    def is_whole(self) -> bool:
        return self.data.is_file() and sha256(self.data) == self.sha256

    def remove(self) -> None:
        self.manifest.unlink()
        self.data.unlink(missing_ok=True)


def fields_of(manifest: Path) -> dict[str, str]:
    try:
        return json.loads(manifest.read_text())
    except ValueError as problem:
        refuse(f"{manifest} is damaged ({problem}); move it and the file beside it away")


def sha256(file: Path) -> str:
    digest = hashlib.sha256()
    with open(file, "rb") as data:
        while block := data.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def refuse(why: str) -> NoReturn:
    print(why, file=sys.stderr)
    sys.exit(REFUSED)


class Backups:
    def __init__(self, directory: str):
        self.directory = Path(directory)
        self.backups = sorted(self.kept("*.json"), key=lambda backup: backup.time, reverse=True)
        self.logs = {(log.host, log.log): log for log in self.kept("logs/*.json")}

    def kept(self, pattern: str) -> list[Kept]:
        return [Kept(manifest, fields_of(manifest)) for manifest in self.directory.glob(pattern)]

    def chain(self, backup: Kept) -> tuple[list[Kept], str]:
        """The logs that continue it, and the log that would be next."""
        logs, following = [], backup.log
        while log := self.logs.get((backup.host, following)):
            logs.append(log)
            following = log.next
        return logs, following

    def keep(self, name: str, *fields: str) -> None:
        data, manifest = self.directory / f"{name}.age.new", self.directory / f"{name}.json.new"
        told = dict(field.split("=", 1) for field in fields)
        told |= {"sha256": sha256(data), "bytes": str(data.stat().st_size)}
        manifest.write_text(json.dumps(told, indent=2) + "\n")
        for file in data, manifest:
            with open(file, "rb") as written:
                os.fsync(written.fileno())
            file.rename(file.with_suffix(""))

    def source(self) -> None:
        print(self.backups[0].host if self.backups else "")

    def missing(self, host: str) -> None:
        there = sys.stdin.read().split()  # in their order; into the last one the server still writes
        ends = {backup: self.chain(backup)[1] for backup in self.backups if backup.host == host}
        if not ends or self.backups[0] not in ends or ends[self.backups[0]] not in there:
            sys.exit(1)
        first = min(there.index(end) for end in ends.values() if end in there)
        for log, following in zip(there[first:], there[first + 1:]):
            if (host, log) not in self.logs:
                print(log, following)

    def plan(self, name: str, to: str, flavor: str, version: str) -> None:
        backup = self.chosen(name, to)
        stem = backup.manifest.stem
        if backup.flavor != flavor:
            refuse(f"the backup {stem} is of {backup.flavor}; the writer's database is {flavor}")
        if numbers(backup.version) > numbers(version):
            refuse(f"the backup {stem} is of {backup.version}, newer than the writer's {version}; upgrade the database first")
        logs = self.chain(backup)[0]
        until = max([backup.time] + [log.until for log in logs])
        if to and not backup.time <= to <= until:
            refuse(f"{to} is not covered: {stem} and its logs go from {backup.time} to {until}")
        enough = next((number for number, log in enumerate(logs, 1) if to and log.until >= to), len(logs))
        needed = logs[:enough]
        for kept in [backup, *needed]:
            if not kept.is_whole():
                refuse(f"{kept.data} is damaged: its SHA-256 is not what {kept.manifest.name} says, {kept.sha256}; take another backup")
        print(stem, backup.time, to or until, backup.offset, backup.position or "-", backup.bytes)
        for kept in [backup, *needed]:
            print(kept.data)

    def chosen(self, name: str, to: str) -> Kept:
        """The one that is named, or the newest that is no newer than the time."""
        found = [backup for backup in self.backups if (backup.manifest.stem == name if name else not to or backup.time <= to)]
        if not found and not self.backups:
            refuse(f"there is no backup in {self.directory}")
        if not found and name:
            refuse(f"there is no backup {name} in {self.directory}; it has {', '.join(b.manifest.stem for b in self.backups)}")
        if not found:
            refuse(f"{to} is not covered: the oldest backup in {self.directory} is of {self.backups[-1].time}")
        return found[0]

    def prune(self, keep: str) -> None:
        whole = [backup for backup in self.backups if backup.is_whole()]
        last = whole[: int(keep)][-1] if whole else self.backups[-1]
        for backup in self.backups[self.backups.index(last) + 1:]:
            backup.remove()
            print(f"removed {backup.manifest.stem}")
        left = Backups(str(self.directory))
        needed = {log.manifest for backup in left.backups for log in left.chain(backup)[0]}
        for log in left.logs.values():
            if log.manifest not in needed:
                log.remove()
        for data in [*self.directory.glob("*.age"), *self.directory.glob("logs/*.age")]:
            if not data.with_suffix(".json").exists():
                data.unlink()


def numbers(version: str) -> list[int]:
    """10.11.19-MariaDB-0+deb12u1: [10, 11, 19]."""
    return [int(number) for number in re.match(r"[0-9.]+", version)[0].split(".") if number]


if __name__ == "__main__":
    getattr(Backups(sys.argv[1]), sys.argv[2])(*sys.argv[3:])
