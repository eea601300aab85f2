"""Counts rows, prints what failed and a line for each table."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


MOST_LETTERS = 2000
"""Of a problem: a list of all requests says nothing to anybody."""


class Report:
    def __init__(self, profile: str) -> None:
        """``profile``: which one is tested, said in each line."""
        self.profile = profile
        self.passed = 0
        self.failed = 0

    def run(self, module: ModuleType) -> None:
        """All tables of a module; where nginx does not even start, that is a failed row."""
        try:
            module.run(self)
        except Exception as e:  # pylint: disable=broad-exception-caught
            self.row(f"{module.__name__} goes through", f"{type(e).__name__}: {e}")

    @contextmanager
    def table(self, name: str) -> Iterator[None]:
        """A block of rows; an exception in it is a failed row, and the next table runs all the same."""
        passed, failed, start = self.passed, self.failed, time.monotonic()
        try:
            yield
        except Exception as e:  # pylint: disable=broad-exception-caught
            self.row(f"{name}: goes through", f"{type(e).__name__}: {e}")
        passed, failed = self.passed - passed, self.failed - failed
        verdict, seconds = "NG" if failed else "OK", time.monotonic() - start
        print(f"[{verdict}] {self.profile}: {name}: {passed} of {passed + failed}, {seconds:.1f} s", flush=True)

    def row(self, name: str, *problems: str | None) -> None:
        """A row with no problem has passed."""
        found = [problem for problem in problems if problem]
        if not found:
            self.passed += 1
            return
        self.failed += 1
        print("\n".join([f"  [NG] {self.profile}: {name}", *(f"       {problem[:MOST_LETTERS]}" for problem in found)]), flush=True)

    def end(self) -> int:
        print(f"{self.profile}: {self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def differs(what: str, expected: object, actual: object) -> str | None:
    """The problem, if there is one."""
    return None if expected == actual else f"{what}: expected {expected!r}, got {actual!r}"
