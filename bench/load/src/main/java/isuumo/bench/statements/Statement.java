package isuumo.bench.statements;

/**
 * A statement as a database logged it.
 *
 * @param micros   that it took
 * @param sent     rows
 * @param examined rows
 * @param plan     how its rows were found, in the database's words; empty where it said nothing
 */
public record Statement(String sql, long micros, long sent, long examined, String plan) {}
