"""A failure that ends the command, and the exit codes, which ./deploy.sh --help lists."""

from __future__ import annotations

import enum


class Exit(enum.IntEnum):
    FAILED = 1
    DRIFT = 2
    ROLLED_BACK = 3
    NOT_ROLLED_BACK = 4
    NO_INVENTORY = 10
    UNREACHABLE = 11
    WRONG_KEY = 12
    NO_SUDO = 13
    DISK_FULL = 14
    LOCKED = 15
    HALF_FINISHED = 16
    NOT_REPLICATING = 17
    NO_RELEASE = 19
    LIVING = 21
    BACKUP = 22
    OUTAGE = 23
    FORMER_WRITER = 24
    NO_MAJORITY = 25
    USAGE = 64


class Failure(Exception):
    """details: what a host said before the sentence."""

    def __init__(self, sentence: str, code: int = Exit.FAILED, details: str = ""):
        super().__init__(sentence)
        self.code, self.details = code, details


def need(holds: object, sentence: str, code: int = Exit.FAILED) -> None:
    if not holds:
        raise Failure(sentence, code)
