package isuumo.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.feed.LoggedStatement.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedStatementTest {
    @ParameterizedTest
    @CsvSource({"BEGIN, BEGIN", "COMMIT, COMMIT", "COMMIT /* xid=3 */, COMMIT", "ROLLBACK, ROLLBACK",
            "ROLLBACK TO `a`, OTHER", "SAVEPOINT `a`, NOTHING", "XA START X'31' 1, BEGIN", "XA END X'31' 1, NOTHING",
            "XA COMMIT X'31' 1, OTHER", "XA ROLLBACK X'31' 1, ROLLBACK", "TRUNCATE chair, OTHER", "begin, BEGIN"})
    void kinds(String sql, Kind kind) {
        assertEquals(kind, new LoggedStatement("isuumo", sql).kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "isuumo | TRUNCATE chair | true", "'' | TRUNCATE TABLE `isuumo`.`estate` | true",
            "other | TRUNCATE chair | false",
            "isuumo | UPDATE chair SET stock = 0 | true", "'' | DROP DATABASE isuumo | true",
            "'' | CREATE DATABASE IF NOT EXISTS isuumo | true", "'' | /* all */ DROP SCHEMA isuumo | true",
            "isuumo | ALTER TABLE CHAIR ADD x INT | true", "isuumo | RENAME TABLE a TO chair | true",
            "isuumo | CREATE TABLE IF NOT EXISTS isuumo.initial_chair (id INTEGER) | false",
            "isuumo | DROP TABLE other | false", "'' | CREATE DATABASE other | false",
            "'' | GRANT SELECT ON isuumo.chair TO x | false", "isuumo | create or replace user chair | false",
            "isuumo | ANALYZE TABLE chair | false", "isuumo | FLUSH TABLES chair | false",
            "other | XA COMMIT X'31' | true", "other | ROLLBACK TO `a` | true"})
    void whatMayChangeTheTables(String schema, String sql, boolean expected) {
        assertEquals(expected, new LoggedStatement(schema, sql).mayChangeTables());
    }
}
