"""Runs every table against nginx as configured here; called by ./run."""

import sys
from pathlib import Path

import check_api
import check_bots
import check_compression
import check_drain
import check_errors
import check_files
import check_front
import check_limits
import check_log
import check_reads
import check_site
import check_writes
from report import Report
from rig import Rig

TABLES = [
    check_files,
    check_bots,
    check_api,
    check_front,
    check_reads,
    check_writes,
    check_drain,
    check_site,
    check_errors,
    check_log,
    check_compression,
    check_limits,
]


def main() -> int:
    nginx, modules, haproxy, work = (Path(argument) for argument in sys.argv[1:])
    Rig.configure(nginx, modules, haproxy, work)
    report = Report()
    for table in TABLES:
        report.run(table)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
