"""What the operator reads: a sentence a step, with the time it took. A dry run says what it would change."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from .failure import Failure

P = ParamSpec("P")
T = TypeVar("T")

dry_run = False
_line_is_open = False


def step(sentence: str, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    global _line_is_open
    started = time.monotonic()
    print(f"{sentence} ... ", end="", flush=True)
    _line_is_open = True
    result = do(*args, **kwargs)
    print(f"{time.monotonic() - started:.1f} s")
    _line_is_open = False
    return result


def change(sentence: str, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> None:
    """A step that changes something on a host."""
    if dry_run:
        print(f"would: {sentence}")
    else:
        step(sentence, do, *args, **kwargs)


def end_line() -> None:
    """What failed is said on a line of its own."""
    global _line_is_open
    if _line_is_open:
        print()
    _line_is_open = False


def warn(sentence: str) -> None:
    end_line()
    sys.stdout.flush()
    print(f"deploy.sh: {sentence}", file=sys.stderr)


def report(failure: Failure) -> None:
    if failure.details:
        end_line()
        print(failure.details, file=sys.stderr)
    warn(str(failure))


def operator() -> str:
    """USER@MACHINE"""
    return f"{os.environ.get('USER') or os.popen('id -un').read().strip()}@{os.uname().nodename}"


def utc(format: str = "%Y-%m-%dT%H:%M:%SZ", seconds: float | None = None) -> str:
    return time.strftime(format, time.gmtime(seconds))
