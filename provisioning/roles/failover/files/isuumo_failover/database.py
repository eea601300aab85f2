"""This host's database: whether it answers, whom it follows, and whether a commit waits for another host."""

from __future__ import annotations

from typing import Any

import pymysql

SOCKET = "/run/mysqld/mysqld.sock"
TIMEOUT_SECONDS = 3
# Milliseconds. A commit waits so long for a replica, then those after it wait for none; the first is as in mysql/*/common.cnf.
BOUNDED_WAIT, ENDLESS_WAIT = 2_000, 3_600_000


class Database:
    """One connection, kept, for one thread; the names of MariaDB and of MySQL."""

    def __init__(self) -> None:
        self.connection: pymysql.connections.Connection | None = None
        self.master = "master"

    def rows(self, sql: str) -> list[dict[str, Any]]:
        try:
            if self.connection is None:
                self.connection = pymysql.connect(
                    unix_socket=SOCKET, user="root", autocommit=True, connect_timeout=TIMEOUT_SECONDS,
                    read_timeout=TIMEOUT_SECONDS, write_timeout=TIMEOUT_SECONDS, cursorclass=pymysql.cursors.DictCursor)
                self.master = "master" if "MariaDB" in self.connection.get_server_info() else "source"
            with self.connection.cursor() as cursor:
                cursor.execute(sql)
                return list(cursor.fetchall())
        except (pymysql.MySQLError, OSError):
            self.close()
            raise

    def close(self) -> None:
        if self.connection is not None:
            self.connection._force_close()
            self.connection = None

    def acknowledging(self) -> int:
        """How many replicas acknowledge, if commits wait for them now, else 0."""
        told = {row["Variable_name"].lower(): row["Value"] for row in self.rows(
            "SHOW GLOBAL STATUS WHERE Variable_name IN ('rpl_semi_sync_master_status', 'rpl_semi_sync_source_status',"
            " 'rpl_semi_sync_master_clients', 'rpl_semi_sync_source_clients')")}
        name = f"rpl_semi_sync_{self.master}_"
        return int(told.get(name + "clients", 0)) if told.get(name + "status") == "ON" else 0

    def wait_for_a_replica(self, endlessly: bool) -> None:
        """From now on. Whoever waits endlessly is let go: only switching off ends that."""
        name = f"rpl_semi_sync_{self.master}_"
        self.rows(f"SET GLOBAL {name}timeout = {ENDLESS_WAIT if endlessly else BOUNDED_WAIT}")
        if not endlessly:
            self.rows(f"SET GLOBAL {name}enabled = OFF")
            self.rows(f"SET GLOBAL {name}enabled = ON")

    def waits_endlessly(self) -> bool:
        self.rows("SELECT 1")
        return int(self.rows(f"SELECT @@GLOBAL.rpl_semi_sync_{self.master}_timeout AS millis")[0]["millis"]) == ENDLESS_WAIT

    def read_only(self) -> bool:
        return bool(self.rows("SELECT @@GLOBAL.read_only AS it")[0]["it"])

    def source(self) -> tuple[str, bool]:
        """Whom it follows, or nobody (empty), and whether it receives from there or tries to."""
        told = self.rows("SHOW REPLICA STATUS")
        if not told:
            return "", False
        row = told[0]
        return (row.get("Source_Host") or row.get("Master_Host") or "",
                (row.get("Replica_IO_Running") or row.get("Slave_IO_Running")) != "No")
