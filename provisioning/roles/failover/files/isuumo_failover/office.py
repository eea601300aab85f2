"""Who writes, as etcd holds it.

  isuumo/office          who writes since which change, whether another may take over, who is lost; stays
  isuumo/alive           the writer's lease: who writes and is there; goes when the lease runs out
  isuumo/candidate/HOST  what a host has received of a lost writer's, for the next change; by a lease of the host's own
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from .etcd import Etcd

PREFIX = "isuumo/"
OFFICE, ALIVE, CANDIDATE = PREFIX + "office", PREFIX + "alive", PREFIX + "candidate/"


@dataclass(frozen=True)
class Office:
    """number: of the change since which host writes, as the servers count them. safe: every commit is on another host before it
    is acknowledged, and goes on to be until this is withdrawn. lost: hosts that serve nothing until they have been put right."""

    host: str
    number: int
    safe: bool = False
    lost: tuple[str, ...] = ()

    def text(self) -> str:
        return json.dumps(asdict(self))

    def next(self, host: str) -> Office:
        """Another writer, in place of this one, which is lost."""
        return Office(host, self.number + 1, lost=tuple(sorted({*self.lost, self.host})))

    def with_back(self, host: str) -> Office:
        return replace(self, lost=tuple(other for other in self.lost if other != host))


@dataclass(frozen=True)
class Candidate:
    """What a host has of the lost writer's transactions, and whether it could write."""

    number: int
    position: str
    able: bool

    def text(self) -> str:
        return json.dumps(asdict(self))


@dataclass(frozen=True)
class View:
    """All that etcd holds, at one moment."""

    office: Office | None
    revision: int  # of office; 0 if there is none
    alive: str | None
    alive_revision: int
    lease: int  # of alive
    candidates: dict[str, Candidate]


def view(etcd: Etcd) -> View:
    values = etcd.read(PREFIX)
    office, alive = values.get(OFFICE), values.get(ALIVE)
    return View(
        _office(office.text) if office else None,
        office.revision if office else 0,
        alive.text if alive else None,
        alive.revision if alive else 0,
        alive.lease if alive else 0,
        {key.removeprefix(CANDIDATE): Candidate(**json.loads(value.text)) for key, value in values.items()
         if key.startswith(CANDIDATE)},
    )


def _office(text: str) -> Office:
    fields = json.loads(text)
    return Office(**{**fields, "lost": tuple(fields["lost"])})
