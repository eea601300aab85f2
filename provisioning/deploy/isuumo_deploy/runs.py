"""The benchmark, and where the runs are that it keeps: a team may share the directory, by the inventory's isuumo_runs."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from .cli import Options
from .failure import Exit, Failure, need
from .inventory import ROOT, Inventory

BENCHMARK = str(ROOT / "bench/run.sh")


def duration(text: str) -> int:
    need(text.isdigit() and 1 <= int(text) <= 3600, f"--duration {text} is no number of seconds from 1 to 3600", Exit.USAGE)
    return int(text)


@dataclass
class Runs:
    directory: Path = ROOT / ".local/runs"

    @classmethod
    def of(cls, inventory: Inventory) -> Runs:
        shared = inventory.hosts[0].variables.get("isuumo_runs")
        return cls(inventory.path.parent / str(shared)) if shared else cls()

    def play(self, url: str, options: Options, more: list[str]) -> tuple[int, Path]:
        """The benchmark's exit code, and the folder of the run that it kept."""
        before = self.folders()
        command = [BENCHMARK, "--target", url, "--duration", f"{options.duration}s", "--runs", str(self.directory), *more]
        for name in ("note", "against"):
            if value := getattr(options, name):
                command += [f"--{name}", value]
        code = subprocess.run(command).returncode
        new = sorted(self.folders() - before)
        if not new:
            raise Failure(f"the benchmark has kept no run in {self.directory}")
        return code, new[-1]

    def folders(self) -> set[Path]:
        return set(self.directory.glob("2*Z-*"))

    def make_page(self, run: Path, options: Options) -> None:
        page = [BENCHMARK, "page", run.name, "--runs", str(self.directory)] + (["--against", options.against] if options.against else [])
        need(subprocess.run(page).returncode == 0, f"the page of {run} could not be made; its reason stands above")
