"""Takes the office of a writer that is lost, and makes a replica of one that was.

A host that finds the writer's lease gone receives nothing more from it, says what it has, and once every other host has said so too,
whoever has all of it claims the office: the first whose transaction etcd takes. Nothing acknowledged is missing there, since the
writer acknowledges nothing that no replica has received (guard.py), and no replica receives anything after it has said what it has.
"""

from __future__ import annotations

import time

from . import office as offices
from .database import Database
from .etcd import Etcd, Expired, Unreachable
from .host import Failed, Host
from .keeper import Keeper
from .office import CANDIDATE, OFFICE, Candidate, Office, View
from .server import Server

CANDIDATE_SECONDS = 10  # a host that is gone is no candidate
FOLLOWS_SECONDS = 20
READY_SECONDS = 120


class Succession:
    def __init__(self, host: Host, server: Server, etcd: Etcd, database: Database, keeper: Keeper) -> None:
        self.host, self.server, self.etcd, self.database, self.keeper = host, server, etcd, database, keeper
        self.held = False  # whether this host has had the office since this process began
        self.stopped = False  # whether this process has made the database receive nothing more
        self.lease, self.leased_at = 0, 0.0  # of this host's candidacy
        self.refused: dict[int, str] = {}  # by the office's number: why this host cannot be its replica

    def before_database(self) -> None:
        """The database of a writer that was lost is about to start: as a replica, and without what no other host has received."""
        office = offices.view(self.etcd).office
        if office and office.host != self.host.name:
            self.host.run("begin_fenced")

    def beat(self) -> None:
        if who := self.host.operator():
            self.host.say(f"{who} works on this host, so nothing is done")
            return
        try:
            self._look(offices.view(self.etcd))
        except Unreachable:
            self.host.say("no majority of etcd answers this host, so it takes over from nobody, and stops if it writes")
            self._be_read_only_without_the_lease()
        except Failed as trouble:
            self.host.say(f"failed, and is tried again: {trouble}")

    def _look(self, seen: View) -> None:
        office = seen.office
        if office is None:
            self.host.say("nobody has begun to write")
            return
        self.host.send_nothing_to(office.lost)
        if office.host == self.host.name:
            self._write(office, seen)
            return
        number, writer = self.host.mandate()
        if writer == self.host.name and number < office.number:
            self._come_back(office, seen)
        elif seen.alive is None:
            self._replace(office, seen)
        else:
            self._follow(office, seen)

    def _write(self, office: Office, seen: View) -> None:
        told = self.keeper.told
        if not self.keeper.holds():
            self._be_read_only_without_the_lease()
            if seen.alive is None and told and told.number < office.number:
                self.keeper.claim(office, seen)  # the lease ran out before the server was appointed
            self.host.say(f"this host is the writer by change {office.number}, and has no lease: {self.keeper.trouble or 'it asks for one'}")
            return
        self.held = True
        if told and told.number < office.number:
            self._take_office(office)
        elif self.database.read_only():
            self.host.run("take_role", "primary")
        self.host.say(f"this host writes since change {office.number}; " + (
            "another takes over if it is lost" if office.safe else "commits wait for no replica, so nobody would take over"))

    def _take_office(self, office: Office) -> None:
        self.host.lock(f"take the office by change {office.number}")
        try:
            self.host.run("become_primary", str(self.host.replication("position")["position"]))
            self.host.run("appoint", str(office.number), *office.lost)
            self.stopped = False
        finally:
            self.host.unlock()

    def _be_read_only_without_the_lease(self) -> None:
        if self.held and not self.keeper.holds() and not self.database.read_only():
            self.host.run("fence")

    def _follow(self, office: Office, seen: View) -> None:
        if self.stopped or self.database.source()[0] != self.host.addresses[office.host]:
            self.host.run("follow", office.host)
            self.stopped = False
        if self.host.name in office.lost:
            self._is_back(office, seen)  # provisioning has made it a replica
        self.host.say(f"{office.host} writes since change {office.number}; " + (
            "this host or another takes over if it is lost" if office.safe else "nobody would take over: its commits wait for no replica"))

    def _replace(self, office: Office, seen: View) -> None:
        if not office.safe:
            self.host.say(f"{office.host} is lost, and may alone have what it acknowledged last, since it waited for no replica. "
                          "Bring it back, or ./deploy.sh promote HOST --fenced")
            return
        if self.host.name in office.lost:
            self.host.say(f"{office.host} is lost, and this host was not back yet")
            return
        if not self.stopped:
            self.stopped = True
            self.host.run("stop_receiving")
        own = Candidate(office.number + 1, str(self.host.replication("position")["position"]), self.keeper.told is not None)
        if seen.candidates.get(self.host.name) != own:
            self.etcd.put({CANDIDATE + self.host.name: (own.text(), self._own_lease())})
        others = {*self.host.addresses} - {office.host, self.host.name} - {*office.lost}
        missing = sorted(host for host in others if host not in seen.candidates or seen.candidates[host].number != own.number)
        if missing:
            self.host.say(f"{office.host} is lost; waits for {', '.join(missing)}, which may alone have what was acknowledged last")
        elif own.able and all(self._has(seen.candidates[host].position) for host in others):
            self.host.say(f"{office.host} is lost; this host takes over")
            if self.keeper.claim(office.next(self.host.name), seen):
                self._take_office(office.next(self.host.name))
        else:
            self.host.say(f"{office.host} is lost; another host takes over")

    def _own_lease(self) -> int:
        try:
            if self.lease and time.monotonic() - self.leased_at < CANDIDATE_SECONDS:
                self.etcd.keep_alive(self.lease)
                return self.lease
        except Expired:
            pass
        self.lease, self.leased_at = self.etcd.grant(CANDIDATE_SECONDS), time.monotonic()
        return self.lease

    def _has(self, position: str) -> bool:
        return not position or bool(self.host.replication("reaches", position, "0")["reached"])

    def _come_back(self, office: Office, seen: View) -> None:
        """This host was the writer when another took its place. It serves nothing until it is that one's replica."""
        told = self.keeper.told
        if told and told.office:
            self.server.hear(office.number, office.host)
        if not self.database.read_only():
            self.host.run("fence")
        if office.number in self.refused:
            self.host.say(self.refused[office.number])
        elif seen.alive is None:
            self.host.say(f"{office.host} took this host's place and is not there; this host serves nothing")
        else:
            self._become_replica(office)

    def _is_back(self, office: Office, seen: View) -> bool:
        """From now on nobody takes over without this host."""
        return self.etcd.put({OFFICE: (office.with_back(self.host.name).text(), 0)}, {OFFICE: seen.revision})

    def _become_replica(self, office: Office) -> None:
        self.host.say(f"{office.host} took this host's place; this host becomes its replica")
        self.host.lock(f"become a replica of {office.host}")
        try:
            self.host.run("follow_quietly", office.host)
            if why := self._differs(self.host.addresses[office.host]):
                self.host.run("stop_receiving")
                self.refused[office.number] = (
                    f"{office.host} took this host's place. It serves nothing, since its database is not as {office.host}'s: {why}. "
                    "./deploy.sh provision makes this host a replica")
                return
            # What it acknowledges from now on nobody else may have.
            seen = offices.view(self.etcd)
            if not seen.office or seen.office.number != office.number or not self._is_back(seen.office, seen):
                return
            self.host.run("follow", office.host)
            self.host.run("remember", str(office.number), office.host)
            self.host.run("await", str(READY_SECONDS))
        finally:
            self.host.unlock()

    def _differs(self, source: str) -> str:
        deadline = time.monotonic() + FOLLOWS_SECONDS
        while not (status := self.host.replication("status", source))["follows"] and time.monotonic() < deadline:
            if "1236" in str(status["trouble"]):
                break
            time.sleep(0.5)
        if not status["follows"]:
            return str(status["trouble"])
        found = self.host.replication("compare", source)
        return "it lags" if found["lagging"] else "; ".join(map(str, found["differences"]))
