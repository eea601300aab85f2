"""Keeps the writer's lease, and tells the server until when it may answer.

Each beat renews the lease first, then tells the server: until the lease's length after its clock, as it told it before the lease was
renewed. So the server stops before etcd lets another host have the office, also if this process or the whole host stood still.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Callable

from . import office as offices
from .etcd import Etcd, Expired, Unreachable
from .host import Host
from .office import ALIVE, OFFICE, Office
from .server import Server, Told

LOG = logging.getLogger(__name__)
TTL_SECONDS = 5
# Less than the lease by more than clocks drift apart in its time: DESIGN.md, Assumptions.
TENURE_MILLIS = 4_700
BEAT_SECONDS = 0.4


class Keeper(threading.Thread):
    """Also where claims are made: one at a time. Fields are read by the other threads, and written under the lock."""

    def __init__(self, host: Host, server: Server, etcd: Etcd, fit: Callable[[], str]) -> None:
        """fit: why this host had better not be the writer any more; empty if it may."""
        super().__init__(name="keeper", daemon=True)
        self.host, self.server, self.etcd, self.fit = host, server, etcd, fit
        self.lock = threading.Lock()
        self.lease = 0  # of ALIVE; 0: not held
        self.number = -1  # of the change by which it is held
        self.renewed_at = 0.0
        self.told: Told | None = None
        self.told_at = time.monotonic()
        self.trouble = ""

    def run(self) -> None:
        while True:
            started = time.monotonic()
            try:
                self.beat()
            except Exception:
                LOG.exception("a beat failed")
            time.sleep(max(0.05, BEAT_SECONDS - (time.monotonic() - started)))

    def holds(self) -> bool:
        """Whether the lease lasts, by this host's clock."""
        return bool(self.lease) and time.monotonic() - self.renewed_at < TTL_SECONDS

    def beat(self) -> None:
        with self.lock:
            renewed = self._renew()
            clock = self.told.clock if self.told else 0
            self.told = (self.server.tenure(self.number, clock, TENURE_MILLIS) if renewed and self.told
                         else self.server.tenure(0, 0, 0))
            if self.told:
                self.told_at = time.monotonic()
            number, writer = (self.told.number, self.told.writer) if self.told else self.host.mandate()
            try:
                if self.lease and writer != self.host.name and number >= self.number:
                    self._hand_over()
                elif not self.lease and writer == self.host.name and not self.fit():
                    self._take_up(number)
            except Unreachable as trouble:
                self.trouble = str(trouble)

    def _renew(self) -> bool:
        if not self.lease:
            return False
        if why := self.fit():
            self.trouble = why
            return False
        asked = time.monotonic()
        try:
            self.etcd.keep_alive(self.lease)
            self.renewed_at, self.trouble = asked, ""
            return True
        except Expired:
            LOG.warning("the writer's lease has run out")
            self.lease = 0
        except Unreachable as trouble:
            self.trouble = str(trouble)
        return False

    def _hand_over(self) -> None:
        """The server has let go: nothing waits for the lease's end."""
        self.etcd.revoke(self.lease)
        LOG.info("the office is another host's now")
        self.lease = 0

    def _take_up(self, number: int) -> None:
        """An operator made this host the writer, or it was so all along."""
        now = offices.view(self.etcd)
        if now.alive not in (None, self.host.name) or (now.office and now.office.number > number):
            return
        office = now.office
        if not office or (office.host, office.number) != (self.host.name, number):
            office = Office(self.host.name, number, lost=office.with_back(self.host.name).lost if office else ())
        if now.alive and now.office == office:
            self.lease, self.number = now.lease, number  # of before this process started
        else:
            self._claim(office, now)

    def claim(self, office: Office, seen: offices.View) -> bool:
        """Makes this host the writer in etcd, if nothing has changed there."""
        with self.lock:
            return self._claim(office, seen)

    def _claim(self, office: Office, seen: offices.View) -> bool:
        asked = time.monotonic()
        lease = self.etcd.grant(TTL_SECONDS)
        unless_changed = {OFFICE: seen.revision, ALIVE: seen.alive_revision}
        if self.etcd.put({OFFICE: (office.text(), 0), ALIVE: (self.host.name, lease)}, unless_changed):
            self.lease, self.number, self.renewed_at = lease, office.number, asked
            LOG.info("this host has the office, by change %d", office.number)
            return True
        self.etcd.revoke(lease)
        return False
