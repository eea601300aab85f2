package isuumo.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A search as plain SQL, put together as the reference does: {@code SELECT id … WHERE … ORDER BY popularity DESC, id ASC}. */
final class Where {
    private final String table;
    private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
    private final List<Object> values = new ArrayList<>();

    Where(String table) {
        this.table = table;
    }

    Where and(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    /** Half-open; -1 leaves a side open. */
    Where inRange(String column, JsonNode range) {
        if (range.get("min").intValue() != -1) {
            and(column + " >= ?", range.get("min").intValue());
        }
        if (range.get("max").intValue() != -1) {
            and(column + " < ?", range.get("max").intValue());
        }
        return this;
    }

    /** {@code =} would ignore trailing blanks. */
    Where is(String column, String text) {
        return and(column + " LIKE ?", literally(text));
    }

    Where containsEach(String column, String words) {
        for (String word : words.split(",", -1)) {
            and(column + " LIKE CONCAT('%', ?, '%')", literally(word));
        }
        return this;
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    List<Integer> ids(Connection connection) throws SQLException {
        return ids(connection, "popularity DESC, id ASC");
    }

    List<Integer> ids(Connection connection, String order) throws SQLException {
        String sql = "SELECT id FROM isuumo." + table + " WHERE " + String.join(" AND ", conditions) + " ORDER BY "
                + order;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<Integer> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }
}
