"""Runs tables against nginx as configured here for one profile; called by ./run."""

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
import check_operators
import check_overload
import check_reads
import check_shares
import check_site
import check_tls
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
    check_overload,
    check_operators,
    check_shares,
    check_tls,
]


def main() -> int:
    nginx, modules, haproxy, work = (Path(argument) for argument in sys.argv[1:5])
    profile, names = sys.argv[5], sys.argv[6:]
    Rig.configure(nginx, modules, haproxy, work / profile, profile)
    report = Report(profile)
    for table in TABLES:
        if not names or table.__name__.removeprefix("check_") in names:
            report.run(table)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
