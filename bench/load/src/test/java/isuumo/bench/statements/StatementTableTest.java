package isuumo.bench.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementTableTest {
    private static final String MARIADB = """
            /usr/sbin/mariadbd, Version: 10.11.14-MariaDB-0+deb12u2-log (Debian 12). started with:
            Tcp port: 0  Unix socket: /run/mysqld/mysqld.sock
            Time\t\t    Id Command\tArgument
            # Time: 261201 12:34:56
            # User@Host: isuumo[isuumo] @ isu1 [10.0.0.1]
            # Thread_id: 31  Schema: isuumo  QC_hit: No
            # Query_time: 0.000250  Lock_time: 0.000011  Rows_sent: 0  Rows_examined: 1
            # Rows_affected: 1  Bytes_sent: 52
            #
            # explain: id\tselect_type\ttable\ttype\tpossible_keys\tkey\tkey_len\tref\trows\tr_rows\tfiltered\tr_filtered\tExtra
            # explain: 1\tSIMPLE\tchair\trange\tPRIMARY\tPRIMARY\t4\tNULL\t1\t1.00\t100.00\t100.00\tUsing where
            #
            use isuumo;
            SET timestamp=1764592496;
            UPDATE chair
            SET stock = stock - 1 WHERE id = 17;
            # User@Host: isuumo[isuumo] @ isu1 [10.0.0.1]
            # Thread_id: 31  Schema: isuumo  QC_hit: No
            # Query_time: 1.002000  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 1
            # Rows_affected: 1  Bytes_sent: 52
            #
            SET timestamp=1764592497;
            UPDATE chair SET stock = stock - 1 WHERE id = 18;
            # User@Host: isuumo[isuumo] @ isu1 [10.0.0.1]
            # Thread_id: 31  Schema: isuumo  QC_hit: No
            # Query_time: 0.004000  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0
            # Rows_affected: 0  Bytes_sent: 11
            SET timestamp=1764592497;
            # administrator command: Ping;
            # User@Host: isuumo[isuumo] @ isu1 [10.0.0.1]
            # Thread_id: 31  Schema: isuumo  QC_hit: No
            # Query_time: 0.1000""";
    private static final String MYSQL = """
            # Time: 2026-12-01T12:34:56.123456Z
            # User@Host: isuumo[isuumo] @ isu2 [10.0.0.2]  Id:    31
            # Query_time: 0.020000  Lock_time: 0.000002 Rows_sent: 25  Rows_examined: 29500 Thread_id: 31 Errno: 0 Killed: 0 \
            Bytes_received: 0 Bytes_sent: 9000 Read_first: 1 Read_last: 0 Read_key: 1 Read_next: 0 Read_prev: 0 Read_rnd: 0 \
            Read_rnd_next: 29501 Sort_merge_passes: 0 Sort_range_count: 0 Sort_rows: 25 Sort_scan_count: 1 \
            Created_tmp_disk_tables: 0 Created_tmp_tables: 0 Start: 2026-12-01T12:34:56.100000Z End: 2026-12-01T12:34:56.123456Z
            SET timestamp=1764592496;
            SELECT * FROM chair WHERE kind = '# Query_time' ORDER BY popularity DESC LIMIT 25;
            # Time: 2026-12-01T12:34:57.123456Z
            # User@Host: isuumo[isuumo] @ isu2 [10.0.0.2]  Id:    31
            # Query_time: 0.000100  Lock_time: 0.000002 Rows_sent: 0  Rows_examined: 0
            SET timestamp=1764592497;
            update chair set stock = stock - 1   where id = 19;
            """;

    @TempDir
    private Path directory;

    private Path packed(String log) throws IOException {
        Path file = directory.resolve("slow.log.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(log.getBytes());
        }
        return file;
    }

    @Test
    void statementsThatDifferInValuesAreOneRowWhicheverServerRanThem() throws IOException {
        StatementTable table = new StatementTable();
        table.add("isu1", packed(MARIADB));
        table.add("isu2", Files.writeString(directory.resolve("slow.log"), MYSQL));
        List<StatementRow> rows = table.rows();
        assertEquals(List.of("update chair set stock = stock - ? where id = ?",
                "select * from chair where kind = ? order by popularity desc limit ?",
                "administrator command: ping"), rows.stream().map(StatementRow::fingerprint).toList());
        StatementRow update = rows.getFirst();
        assertEquals(3, update.count());
        assertEquals("{isu1=2, isu2=1}", update.byHost().toString());
        assertEquals(1.00235, update.sumSeconds(), 1e-9);
        assertEquals(334.1167, update.averageMillis(), 1e-4);
        assertEquals(0.25, update.percentileMillis(50));
        assertEquals(1002, update.percentileMillis(95));
        assertEquals(1002, update.maxMillis());
        assertEquals(2, update.examined());
        assertEquals("UPDATE chair SET stock = stock - 1 WHERE id = 18", update.slowest().sql());
        StatementRow select = rows.get(1);
        assertEquals("Read_first 1, Read_key 1, Read_rnd_next 29501, Sort_rows 25", select.slowest().plan());
        assertEquals(25, select.sent());
        assertEquals(29_500, select.examined());
    }

    @Test
    void mariadbTellsThePlan() throws IOException {
        StatementTable table = new StatementTable();
        table.add("isu1", packed(MARIADB.substring(0, MARIADB.indexOf("# Query_time: 1.002"))));
        assertEquals("chair range by PRIMARY, 1 rows (Using where)", table.rows().getFirst().slowest().plan());
    }

    @Test
    void valuesAndBlanksAreNoDifference() {
        Map.of("SELECT 'it''s', \"a \\\" b\", x1 FROM t2 WHERE a=-3.5e7", "select ?, ?, x1 from t2 where a=?",
                "SELECT * FROM t WHERE id IN (1, 2,3) AND b IN ('x')", "select * from t where id in(?+) and b in(?+)",
                "INSERT INTO t (a,b) VALUES (1,'it''s; x'),\n (2, NULL), (3,'')", "insert into t (a,b) values(?+)",
                "SELECT /* why */ 1 -- because\n FROM t # end", "select ? from t",
                "SELECT '-- no comment', '/* nor this */'", "select ?, ?",
                "COMMIT", "commit").forEach((sql, fingerprint) -> assertEquals(fingerprint, Fingerprint.of(sql)));
    }

    @Test
    void anUploadOfMegabytesIsOneStatement() {
        String row = "(1,'" + "長い'' 説明\\' ".repeat(20_000) + "',3)";
        assertEquals("insert into chair values(?+)", Fingerprint.of("INSERT INTO chair VALUES " + row + "," + row));
    }
}
