"""Watches the database: whether this host is fit to write, and whether another could take over without losing anything."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace

import pymysql

from . import office as offices
from .database import Database
from .etcd import Etcd, Expired, Unreachable
from .host import Host
from .keeper import Keeper
from .office import ALIVE, OFFICE, Office, View

LOG = logging.getLogger(__name__)
BEAT_SECONDS = 1.0
DATABASE_SECONDS = 20  # without an answer; a restart takes less
SERVER_SECONDS = 120  # a start takes less
LONELY_SECONDS = 3  # without a replica that acknowledges, before commits wait for none


class Guard(threading.Thread):
    def __init__(self, host: Host, etcd: Etcd, database: Database, nearest: Etcd | None = None) -> None:
        """nearest: this host's own member of etcd, if it has one."""
        super().__init__(name="guard", daemon=True)
        self.host, self.etcd, self.database, self.nearest = host, etcd, database, nearest
        self.keeper: Keeper | None = None
        self.answered_at = self.accompanied_at = time.monotonic()

    def unfit(self) -> str:
        """Why this host had better not be the writer any more. Nothing of the kind while an operator works on it."""
        now = time.monotonic()
        if self.keeper is None or self.host.operator():
            return ""
        if now - self.answered_at > DATABASE_SECONDS:
            return f"its database has not answered for {DATABASE_SECONDS} s"
        if now - self.keeper.told_at > SERVER_SECONDS:
            return f"its server has not answered for {SERVER_SECONDS} s"
        return ""

    def run(self) -> None:
        while True:
            try:
                self.beat()
            except (pymysql.MySQLError, OSError, Unreachable, Expired) as trouble:
                LOG.debug("%s", trouble)
            except Exception:
                LOG.exception("a look at the database failed")
            time.sleep(BEAT_SECONDS)

    def beat(self) -> None:
        acknowledging = self.database.acknowledging()
        now = self.answered_at = time.monotonic()
        if acknowledging:
            self.accompanied_at = now
        keeper = self.keeper
        if keeper is None or not keeper.holds():
            return
        if self.nearest and self.nearest.lead_elsewhere():
            LOG.info("etcd is led by another host: losing both at once takes longer to mend")
        seen = offices.view(self.etcd)
        office = seen.office
        if office and seen.lease == keeper.lease and office.host == self.host.name:
            if office.safe and now - self.accompanied_at > LONELY_SECONDS:
                self._go_alone(office, seen)
            elif not office.safe and acknowledging:
                self._be_accompanied(office, seen)
            elif not office.safe and self.database.waits_endlessly():
                self.database.wait_for_a_replica(endlessly=False)  # half-way when this process ended

    def _go_alone(self, office: Office, seen: View) -> None:
        """First nobody may take over any more, then commits wait for nobody."""
        if self._write(office, seen, safe=False):
            self.database.wait_for_a_replica(endlessly=False)
            LOG.warning("no replica acknowledges: commits wait for none, and nobody would take over")

    def _be_accompanied(self, office: Office, seen: View) -> None:
        """First every commit waits for a replica for as long as it takes, then another host may take over."""
        self.database.wait_for_a_replica(endlessly=True)
        if self.database.acknowledging() and self._write(office, seen, safe=True):
            LOG.info("every commit waits for a replica: another host may take over")

    def _write(self, office: Office, seen: View, safe: bool) -> bool:
        changed = replace(office, safe=safe)
        return self.etcd.put({OFFICE: (changed.text(), 0)}, {OFFICE: seen.revision, ALIVE: seen.alive_revision})
