"""A directory of backups: which are whole, which binary logs continue them, and until when.

A log is NAME@CREATED, in seconds since 1970: a server that begins its logs anew gives the same names again. The logs of a backup are
a chain: the backup says in which log of its host it ends, and each log which one follows. A manifest is written last, so what has
none is no backup.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
from pathlib import Path
from typing import NamedTuple

from .failure import Exit, Failure, need


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


class Plan(NamedTuple):
    """What a restore needs: the logs go on from the backup up to the time that is reached."""

    backup: Kept
    logs: list[Kept]
    reached: str


def fields_of(manifest: Path) -> dict[str, str]:
    try:
        told: dict[str, str] = json.loads(manifest.read_text())
        return told
    except ValueError as problem:
        raise Failure(f"{manifest} is damaged ({problem}); move it and the file beside it away", Exit.BACKUP) from problem


def sha256(file: Path) -> str:
    with open(file, "rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


class Backups:
    def __init__(self, directory: Path):
        self.directory = directory
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

    def keep(self, name: str, fields: dict[str, str]) -> Path:
        """NAME.age.new is complete: it gets its name, and a manifest NAME.json."""
        data, manifest = self.directory / f"{name}.age.new", self.directory / f"{name}.json.new"
        manifest.write_text(json.dumps(fields | {"sha256": sha256(data), "bytes": str(data.stat().st_size)}, indent=2) + "\n")
        for file in data, manifest:
            with open(file, "rb") as written:
                os.fsync(written.fileno())
            file.rename(file.with_suffix(""))
        return data.with_suffix("")

    def source(self) -> str:
        """The host of the newest backup, whose logs are to be kept."""
        return self.backups[0].host if self.backups else ""

    def missing(self, host: str, there: list[str]) -> list[tuple[str, str]] | None:
        """Of a host's logs, in their order, those to be kept, each with the next: into the last one the server still writes. None,
        if they do not continue the newest backup."""
        ends = {backup: self.chain(backup)[1] for backup in self.backups if backup.host == host}
        if not ends or self.backups[0] not in ends or ends[self.backups[0]] not in there:
            return None
        first = min(there.index(end) for end in ends.values() if end in there)
        return [(log, following) for log, following in zip(there[first:], there[first + 1:]) if (host, log) not in self.logs]

    def plan(self, name: str, to: str, flavor: str, version: str) -> Plan:
        """For the backup of that name, or any; up to that time, or the end."""
        backup = self.chosen(name, to)
        stem = backup.manifest.stem
        need(backup.flavor == flavor, f"the backup {stem} is of {backup.flavor}; the writer's database is {flavor}", Exit.BACKUP)
        need(numbers(backup.version) <= numbers(version),
             f"the backup {stem} is of {backup.version}, newer than the writer's {version}; upgrade the database first", Exit.BACKUP)
        logs = self.chain(backup)[0]
        until = max([backup.time] + [log.until for log in logs])
        need(not to or backup.time <= to <= until, f"{to} is not covered: {stem} and its logs go from {backup.time} to {until}", Exit.BACKUP)
        enough = next((number for number, log in enumerate(logs, 1) if to and log.until >= to), len(logs))
        for kept in [backup, *logs[:enough]]:
            need(kept.is_whole(), f"{kept.data} is damaged: its SHA-256 is not what {kept.manifest.name} says, {kept.sha256}; take another backup",
                 Exit.BACKUP)
        return Plan(backup, logs[:enough], to or until)

    def chosen(self, name: str, to: str) -> Kept:
        """The one that is named, or the newest that is no newer than the time."""
        found = [backup for backup in self.backups if (backup.manifest.stem == name if name else not to or backup.time <= to)]
        need(self.backups, f"there is no backup in {self.directory}", Exit.BACKUP)
        need(found or not name, f"there is no backup {name} in {self.directory}; it has {', '.join(b.manifest.stem for b in self.backups)}", Exit.BACKUP)
        need(found, f"{to} is not covered: the oldest backup in {self.directory} is of {self.backups[-1].time}", Exit.BACKUP)
        return found[0]

    def prune(self, keep: int) -> None:
        """All but the newest whole backups go, and what only they needed."""
        whole = [backup for backup in self.backups if backup.is_whole()]
        last = whole[:keep][-1] if whole else self.backups[-1]
        for backup in self.backups[self.backups.index(last) + 1:]:
            backup.remove()
            print(f"removed {backup.manifest.stem}", end=" ")
        left = Backups(self.directory)
        needed = {log.manifest for backup in left.backups for log in left.chain(backup)[0]}
        for log in left.logs.values():
            if log.manifest not in needed:
                log.remove()
        for data in [*self.directory.glob("*.age"), *self.directory.glob("logs/*.age")]:
            if not data.with_suffix(".json").exists():
                data.unlink()


def numbers(version: str) -> list[int]:
    """10.11.19-MariaDB-0+deb12u1: [10, 11, 19]."""
    return [int(number) for number in re.split(r"[^0-9.]", version)[0].split(".") if number]
