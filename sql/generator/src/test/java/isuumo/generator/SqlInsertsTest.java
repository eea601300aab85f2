package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlInsertsTest {
    private record Row(int id, String name) {}

    private static final SqlInserts<Row> ROWS = new SqlInserts<>("t", List.of("id", "name"),
            r -> List.of(r.id(), r.name()));

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertEquals("L''Avenir \\\\ \\n\\r\\0 \"x\" 100%", SqlInserts.escape("L'Avenir \\ \n\r\0 \"x\" 100%"));
    }

    @Test
    void everyValueIsQuotedAndOneStatementHoldsTheRows() throws IOException {
        StringBuilder sql = new StringBuilder();
        ROWS.write(sql, 2, id -> new Row(id, "it's"));
        assertEquals("INSERT INTO t (id, name) VALUES ('1', 'it''s'), ('2', 'it''s');", sql.toString());
    }

    @Test
    void aStatementEndsAfter500RowsWithNothingBeforeTheNext() throws IOException {
        StringBuilder sql = new StringBuilder();
        ROWS.write(sql, 1_001, id -> new Row(id, "x"));
        String[] statements = sql.toString().split("(?<=;)");
        assertEquals(3, statements.length);
        assertEquals("INSERT INTO t (id, name) VALUES ('501', 'x'), ", statements[1].substring(0, 46));
        assertEquals("('1000', 'x');", statements[1].substring(statements[1].length() - 14));
        assertEquals("INSERT INTO t (id, name) VALUES ('1001', 'x');", statements[2]);
        assertFalse(sql.toString().contains("\n"));
    }
}
