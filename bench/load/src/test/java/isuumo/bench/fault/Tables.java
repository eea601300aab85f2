package isuumo.bench.fault;

import com.zaxxer.hikari.HikariDataSource;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Estate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The two tables of the plain SQL server, with no index but the primary key. */
final class Tables {
    private static final int BATCH = 500;
    private static final String TEXT = " TEXT COLLATE utf8mb4_bin NOT NULL, ";

    private final HikariDataSource database;

    Tables(HikariDataSource database) {
        this.database = database;
    }

    /** Makes a row of a result. */
    private interface RowOf<T> {
        T row(ResultSet rows) throws SQLException;
    }

    /** Sets the values of one row. */
    private interface Values<T> {
        Object[] of(T row);
    }

    void create() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS chair");
            statement.execute("DROP TABLE IF EXISTS estate");
            statement.execute("CREATE TABLE chair (id INT PRIMARY KEY, name" + TEXT + "description" + TEXT + "thumbnail"
                    + TEXT + "price INT, height INT, width INT, depth INT, color" + TEXT + "features" + TEXT + "kind"
                    + TEXT + "popularity INT, stock INT) CHARACTER SET utf8mb4");
            statement.execute("CREATE TABLE estate (id INT PRIMARY KEY, thumbnail" + TEXT + "name" + TEXT
                    + "description" + TEXT + "latitude DOUBLE, longitude DOUBLE, address" + TEXT
                    + "rent INT, door_height INT, door_width INT, features" + TEXT
                    + "popularity INT) CHARACTER SET utf8mb4");
        }
    }

    void insertChairs(List<Chair> chairs) throws SQLException {
        insert("chair", 13, chairs,
                c -> new Object[]{c.id(), c.name(), c.description(), c.thumbnail(), c.price(), c.height(), c.width(),
                        c.depth(), c.color(), c.features(), c.kind(), c.popularity(), c.stock()});
    }

    void insertEstates(List<Estate> estates) throws SQLException {
        insert("estate", 12, estates,
                e -> new Object[]{e.id(), e.thumbnail(), e.name(), e.description(), e.latitude(), e.longitude(),
                        e.address(), e.rent(), e.doorHeight(), e.doorWidth(), e.features(), e.popularity()});
    }

    private <T> void insert(String table, int columns, List<T> rows, Values<T> values) throws SQLException {
        String sql = "INSERT INTO " + table + " VALUES (?" + ",?".repeat(columns - 1) + ")";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < rows.size(); i++) {
                    set(statement, values.of(rows.get(i)));
                    statement.addBatch();
                    if (i % BATCH == BATCH - 1) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
            connection.commit();
        }
    }

    List<Chair> chairs(String whereAndOrder, Object... values) throws SQLException {
        return select("SELECT * FROM chair WHERE " + whereAndOrder, values,
                r -> new Chair(r.getInt("id"), r.getString("name"), r.getString("description"),
                        r.getString("thumbnail"), r.getInt("price"), r.getInt("height"), r.getInt("width"),
                        r.getInt("depth"), r.getString("color"), r.getString("features"), r.getString("kind"),
                        r.getInt("popularity"), r.getInt("stock")));
    }

    List<Estate> estates(String whereAndOrder, Object... values) throws SQLException {
        return select("SELECT * FROM estate WHERE " + whereAndOrder, values,
                r -> new Estate(r.getInt("id"), r.getString("thumbnail"), r.getString("name"),
                        r.getString("description"), r.getDouble("latitude"), r.getDouble("longitude"),
                        r.getString("address"), r.getInt("rent"), r.getInt("door_height"), r.getInt("door_width"),
                        r.getString("features"), r.getInt("popularity")));
    }

    long count(String table, String where, Object... values) throws SQLException {
        return select("SELECT COUNT(*) FROM " + table + " WHERE " + where, values, r -> r.getLong(1)).getFirst();
    }

    boolean contains(String polygon, Estate estate) throws SQLException {
        String point = "POINT(%f %f)".formatted(estate.latitude(), estate.longitude());
        return select("SELECT ST_Contains(ST_PolygonFromText(?), ST_GeomFromText(?))", new Object[]{polygon, point},
                r -> r.getBoolean(1)).getFirst();
    }

    /** Whether a piece was left. */
    boolean sell(int chairId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("UPDATE chair SET stock = stock - 1 WHERE id = ? AND stock > 0")) {
            statement.setInt(1, chairId);
            return statement.executeUpdate() == 1;
        }
    }

    private <T> List<T> select(String sql, Object[] values, RowOf<T> rowOf) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            List<T> list = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    list.add(rowOf.row(rows));
                }
            }
            return list;
        }
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
