package isuumo.generator;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Rows as {@code INSERT INTO table (columns…) VALUES (…), (…);}: 500 rows a statement, every value in single quotes, nothing
 * between two statements.
 *
 * @param values a row's values, in the order of {@code columns}
 */
record SqlInserts<T>(String table, List<String> columns, Function<T, List<?>> values) {
    static final int ROWS_PER_STATEMENT = 500;

    static final SqlInserts<Chair> CHAIRS = new SqlInserts<>("isuumo.chair",
            List.of("id", "name", "description", "thumbnail", "price", "height", "width", "depth", "color", "features",
                    "kind", "popularity", "stock"),
            c -> List.of(c.id(), c.name(), c.description(), c.thumbnail(), c.price(), c.height(), c.width(), c.depth(),
                    c.color(), c.features(), c.kind(), c.popularity(), c.stock()));

    static final SqlInserts<Estate> ESTATES = new SqlInserts<>("isuumo.estate",
            List.of("id", "name", "description", "thumbnail", "address", "latitude", "longitude", "rent", "door_height",
                    "door_width", "features", "popularity"),
            e -> List.of(e.id(), e.name(), e.description(), e.thumbnail(), e.address(), e.latitude(), e.longitude(),
                    e.rent(), e.doorHeight(), e.doorWidth(), e.features(), e.popularity()));

    /** Writes rows 1 to {@code count}. A double is written by {@link Double#toString}: its shortest digits. */
    void write(Appendable out, int count, IntFunction<T> row) throws IOException {
        for (int id = 1; id <= count; id++) {
            boolean first = (id - 1) % ROWS_PER_STATEMENT == 0;
            boolean last = id % ROWS_PER_STATEMENT == 0 || id == count;
            out.append(first ? "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" : ", (");
            String separator = "";
            for (Object value : values.apply(row.apply(id))) {
                out.append(separator).append('\'').append(escape(value.toString())).append('\'');
                separator = ", ";
            }
            out.append(last ? ");" : ")");
        }
    }

    /** The text between the quotes of a MySQL or MariaDB string literal, under the default {@code sql_mode}. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'' -> escaped.append("''");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\0' -> escaped.append("\\0");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
