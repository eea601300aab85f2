"""This host: the steps of deploy.sh on it, who works on it, and what nginx sends where."""

from __future__ import annotations

import json
import logging
import subprocess
import time
from pathlib import Path
from typing import Any

LOG = logging.getLogger(__name__)
STEPS = "/usr/local/lib/isuumo/host"
LOCK = Path("/opt/isuumo/lock")
MANDATE = Path("/var/lib/isuumo-mandate/mandate")
RUN = Path("/run/isuumo-failover")
STATE = RUN / "state"
STEP_SECONDS = 120
OWNER = "isuumo-failover"
FORGOTTEN_SECONDS = 1800  # an operator's lock of before that is nobody's: no command takes so long


class Failed(Exception):
    """A step's last words."""


class Host:
    def __init__(self, name: str, addresses: dict[str, str]) -> None:
        self.name, self.addresses = name, addresses

    def run(self, step: str, *arguments: str) -> str:
        """A step of provisioning/deploy/host, as deploy.sh would run it here."""
        command = ["bash", STEPS, self.name, self.addresses[self.name], "", step, *arguments]
        return self._said(command)

    def replication(self, *arguments: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._said(["isuumo-replication", *arguments]))
        return told

    def _said(self, command: list[str]) -> str:
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=STEP_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failed(f"{' '.join(command[-3:])} did not end within {STEP_SECONDS} s") from None
        if done.returncode:
            raise Failed((done.stderr.strip() or f"{' '.join(command[-3:])} failed with exit code {done.returncode}").splitlines()[-1])
        return done.stdout.strip()

    def mandate(self) -> tuple[int, str]:
        """As the server remembers it; (-1, "") before the first time."""
        try:
            number, writer = MANDATE.read_text(encoding="utf-8").split()
            return int(number), writer
        except (OSError, ValueError):
            return -1, ""

    def operator(self) -> str:
        """Who works on this host by hand; empty: nobody."""
        try:
            if time.time() - LOCK.stat().st_mtime > FORGOTTEN_SECONDS:
                return ""
            owner = (LOCK / "owner").read_text(encoding="utf-8").strip()
            return "" if owner == OWNER else owner or "somebody"
        except OSError:
            return ""

    def lock(self, what: str) -> None:
        self.run("lock", OWNER, OWNER, "-", what)

    def unlock(self) -> None:
        self.run("unlock", OWNER)

    def send_nothing_to(self, lost: tuple[str, ...]) -> None:
        """Nor to any other host that was lost before; who was drained by hand stays so."""
        drained = RUN / "drained"
        drained.mkdir(parents=True, exist_ok=True)
        before = {path.name for path in drained.iterdir()}
        for host in {*lost} - before - {self.name}:
            self.run("drain", host)
            self.run("cut_off", self.addresses[host])
            (drained / host).touch()
        for host in before - {*lost}:
            self.run("undrain", host)
            (drained / host).unlink()

    def say(self, state: str) -> None:
        """For status and verify; a line of the log when it changes."""
        if not STATE.exists() or STATE.read_text(encoding="utf-8") != state:
            LOG.info("%s", state)
            fresh = STATE.with_suffix(".new")
            fresh.write_text(state, encoding="utf-8")
            fresh.rename(STATE)
        else:
            STATE.touch()  # when it was last known
