"""The command line: a verb is a function with its options, and its documentation is what --help says."""

from __future__ import annotations

import argparse
import inspect
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from . import inventory, terminal
from .failure import Exit, Failure
from .fleet import Fleet

Options = argparse.Namespace
Run = Callable[[Fleet, Options], "int | None"]


@dataclass
class Verb:
    run: Run
    # What it does instead with --local: no inventory is read.
    alone: Callable[[Options], int] | None
    arguments: tuple[tuple[str, dict[str, Any]], ...]


VERBS: dict[str, Verb] = {}


def verb(*arguments: tuple[str, dict[str, Any]], alone: Callable[[Options], int] | None = None) -> Callable[[Run], Run]:
    def register(run: Run) -> Run:
        VERBS[run.__name__] = Verb(run, alone, arguments)
        return run
    return register


def flag(name: str, help: str) -> tuple[str, dict[str, Any]]:
    return name, {"action": "store_true", "help": help}


def option(name: str, value: str, help: str, default: str = "") -> tuple[str, dict[str, Any]]:
    return name, {"metavar": value, "help": help, "default": default}


def argument(name: str, help: str = "", **settings: Any) -> tuple[str, dict[str, Any]]:
    return name.lower(), {"metavar": name, "help": help, **settings}


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        terminal.warn(f"{message}; see {self.prog} --help")
        sys.exit(Exit.USAGE)


def parsed(name: str, words: list[str]) -> Options:
    parser = Parser(f"./deploy.sh {name}", description=inspect.getdoc(VERBS[name].run), allow_abbrev=False,
                    formatter_class=argparse.RawDescriptionHelpFormatter)
    for argument_name, settings in VERBS[name].arguments:
        parser.add_argument(argument_name, **settings)
    parser.add_argument("--inventory", metavar="FILE", type=Path, default=inventory.ROOT / "provisioning/inventory.yml",
                        help="which hosts (default provisioning/inventory.yml)")
    parser.add_argument("--dry-run", action="store_true", help="the same path, and no change on any host")
    return parser.parse_args(words)


def stop_on_signals() -> None:
    """What has to be put right is put right after that, and nothing interrupts it."""
    def stop(number: int, _: object) -> NoReturn:
        ignore_signals()
        terminal.end_line()
        sys.exit(128 + number)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)


def ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def main(words: list[str]) -> int:
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    options = parsed(words[0], words[1:])
    terminal.dry_run = options.dry_run
    stop_on_signals()
    verb = VERBS[words[0]]
    try:
        if verb.alone and options.local:
            return verb.alone(options)
        found = inventory.read(options.inventory.resolve())
        with tempfile.TemporaryDirectory(prefix="isuumo.", dir=os.environ.get("XDG_RUNTIME_DIR")) as work:
            fleet = Fleet(found, Path(work))
            try:
                return verb.run(fleet, options) or 0
            finally:
                for host in found.hosts:
                    fleet.disconnect(host)
    except Failure as failure:
        terminal.report(failure)
        return failure.code
