package isuumo.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How the two kinds of server say the same of replication.
 *
 * @param options so that the server logs what the change feed needs
 * @param follow format of host's port, account and password
 * @param until format of a position
 * @param await format of a position; 0 when it is reached
 * @param forgetLog statements; format of the position that stays
 * @param compression format of ON or OFF
 */
record ReplicationSql(List<String> options, String follow, String start, String stop, String until, String position,
        String executedByReplica, String await, String isRunning, String logFile, List<String> forgetLog,
        String compression) {

    static final Path MYSQL = BuildDirectory.shared("database/mysql/mysqld");

    /** System property {@code test.replication}: {@code mysql} (see sql/mysql/unpack.sh) or, by default, MariaDB. */
    static boolean isMySql() {
        boolean mySql = System.getProperty("test.replication", "").equals("mysql");
        if (mySql && !Files.isExecutable(MYSQL)) {
            throw new IllegalStateException("run sql/mysql/unpack.sh " + MYSQL.getParent());
        }
        return mySql;
    }

    static ReplicationSql get() {
        return isMySql() ? ofMySql() : ofMariaDb();
    }

    private static ReplicationSql ofMariaDb() {
        return new ReplicationSql(
                List.of("--log-bin=binlog", "--binlog-format=ROW", "--binlog-row-metadata=FULL", "--log-slave-updates",
                        "--gtid-strict-mode=ON", "--slave-connections-needed-for-purge=0"),
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = %d, MASTER_USER = '%s', MASTER_PASSWORD = '%s', "
                        + "MASTER_USE_GTID = slave_pos, MASTER_SSL = 0, MASTER_SSL_VERIFY_SERVER_CERT = 0, "
                        + "MASTER_CONNECT_RETRY = 1",
                "START SLAVE", "STOP SLAVE", " UNTIL MASTER_GTID_POS = '%s'", "SELECT @@GLOBAL.gtid_binlog_pos",
                "SELECT @@GLOBAL.gtid_slave_pos", "SELECT MASTER_GTID_WAIT('%s', 30)",
                "SELECT variable_value = 'ON' FROM information_schema.global_status WHERE variable_name = 'SLAVE_RUNNING'",
                "SHOW MASTER STATUS", List.of("RESET MASTER"), "SET GLOBAL log_bin_compress = %s");
    }

    private static ReplicationSql ofMySql() {
        return new ReplicationSql(
                List.of("--log-bin=binlog", "--binlog-row-metadata=FULL", "--gtid-mode=ON",
                        "--enforce-gtid-consistency=ON"),
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = %d, SOURCE_USER = '%s', "
                        + "SOURCE_PASSWORD = '%s', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1, "
                        + "SOURCE_CONNECT_RETRY = 1",
                "START REPLICA", "STOP REPLICA", " UNTIL SQL_AFTER_GTIDS = '%s'", "SELECT @@GLOBAL.gtid_executed",
                "SELECT @@GLOBAL.gtid_executed", "SELECT WAIT_FOR_EXECUTED_GTID_SET('%s', 30)",
                "SELECT service_state = 'ON' FROM performance_schema.replication_applier_status",
                "SHOW BINARY LOG STATUS",
                List.of("RESET BINARY LOGS AND GTIDS", "SET GLOBAL gtid_purged = '%s'"),
                "SET GLOBAL binlog_transaction_compression = %s");
    }
}
