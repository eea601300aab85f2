"""Tells a chat, whose address is in the file that the inventory's isuumo_webhook_file names, by ../../../bench/run.sh tell."""

from __future__ import annotations

import subprocess

from . import terminal
from .fleet import Fleet
from .inventory import ROOT


def arguments(fleet: Fleet) -> list[str]:
    file = fleet.inventory.hosts[0].variables.get("isuumo_webhook_file")
    return ["--webhook-file", str(fleet.inventory.path.parent / file)] if file else []


def tell(fleet: Fleet, text: str) -> None:
    """What cannot be told ends nothing: it waits there."""
    if arguments(fleet) and not terminal.dry_run:
        told = subprocess.run([str(ROOT / "bench/run.sh"), "tell", *arguments(fleet), "--text", f"{text}, by {terminal.operator()}"],
                              capture_output=True, text=True)
        if told.returncode:
            terminal.warn(f"nobody was told: {(told.stderr or told.stdout).strip()}")
