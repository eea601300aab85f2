package isuumo.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.differential.EvenOdd.Place;
import isuumo.index.Point;
import isuumo.table.EstateRow;
import isuumo.testing.Answer;
import isuumo.testing.Expected;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nazotte against {@code ST_Contains} on the printed coordinates, and against the contract's rule in integers.
 *
 * <p>The two databases differ, each in one place, from the contract (found on MariaDB 11.4.5 and MySQL 9.7.4):
 * MariaDB's {@code ST_Contains} counts points on the boundary as inside; MySQL's counts a point that a self-crossing
 * ring winds around twice as inside, where the even-odd rule says outside. So the integers decide, and SQL must agree
 * wherever its rule is the contract's: MariaDB off the boundary, MySQL for rings that do not meet themselves.
 */
@ExtendWith(Integration.class)
@TestInstance(Lifecycle.PER_CLASS)
class NazotteDifferentialIT {
    private static final int CASES = 1_000;
    private static final int LIMIT = 50;
    private static final int POINTS_PER_STATEMENT = 60;

    private final Map<Integer, EstateRow> estates = new HashMap<>();
    private final TestDatabase database;
    private final Http http;

    NazotteDifferentialIT(TestServer server, TestDatabase database) {
        this.database = database;
        http = server.http();
        TestData.get().estates().forEach(estate -> estates.put(estate.id(), estate));
    }

    /** More than the limit within one rounding step, so that popularity and rounding decide who is listed. */
    @BeforeAll
    void uploadACrowd() {
        var random = Cases.random(-3);
        EstateRow centre = TestData.get().estate(1);
        List<EstateRow> crowd = new ArrayList<>();
        for (int id = 1_000_000; id < 1_000_300; id++) {
            crowd.add(Rows.place(Rows.features(Rows.estate(id), "", random.nextInt(100)),
                    centre.latitude() + random.nextInt(-20, 21) * 2.5e-7,
                    centre.longitude() + random.nextInt(-20, 21) * 2.5e-7));
        }
        http.post("/api/estate", Upload.estates(crowd)).expectEmpty(201);
        crowd.forEach(estate -> estates.put(estate.id(), estate));
    }

    @Test
    void ringsAgree() throws Exception {
        Rings rings = new Rings(List.copyOf(estates.values().stream().sorted((a, b) -> a.id() - b.id()).toList()));
        Rings crowd = new Rings(TestData.get().estates().subList(0, 1));
        Cases.check(database, CASES, (random, sql) -> {
            List<Point> ring = (random.nextInt(4) == 0 ? crowd : rings).random(random);
            List<EstateRow> inside = inside(ring, sql);
            Answer answer = http.postJson("/api/estate/nazotte", body(ring)).expect(200);
            assertEquals(inside.stream().map(EstateRow::id).toList(), answer.ids("estates"), ring::toString);
            answer.expectJson(Expected.estates(inside.size(), inside));
        });
    }

    private static String body(List<Point> ring) {
        return ring.stream().map(p -> "{\"latitude\":" + p.latitude() + ",\"longitude\":" + p.longitude() + "}")
                .collect(Collectors.joining(",", "{\"coordinates\":[", "]}"));
    }

    /** As the reference: the bounding box in popularity order, each tested, the first 50. */
    private List<EstateRow> inside(List<Point> ring, Connection sql) throws SQLException {
        List<Double> latitudes = ring.stream().map(Point::latitude).sorted().toList();
        List<Double> longitudes = ring.stream().map(Point::longitude).sorted().toList();
        List<Integer> box = new Where("estate")
                .and("latitude >= ? AND latitude <= ?", latitudes.getFirst(), latitudes.getLast())
                .and("longitude >= ? AND longitude <= ?", longitudes.getFirst(), longitudes.getLast()).ids(sql);
        List<MicroDegrees> printed = ring.stream().map(p -> MicroDegrees.of(p.latitude(), p.longitude())).toList();
        List<EstateRow> inside = new ArrayList<>();
        for (int start = 0; start < box.size() && inside.size() < LIMIT; start += POINTS_PER_STATEMENT) {
            List<EstateRow> some = box.subList(start, Math.min(box.size(), start + POINTS_PER_STATEMENT)).stream()
                    .map(estates::get).toList();
            inside.addAll(inside(printed, some, sql));
        }
        return inside.subList(0, Math.min(LIMIT, inside.size()));
    }

    private static List<EstateRow> inside(List<MicroDegrees> ring, List<EstateRow> candidates, Connection sql)
            throws SQLException {
        List<MicroDegrees> points = candidates.stream().map(e -> MicroDegrees.of(e.latitude(), e.longitude())).toList();
        boolean[] contained = contained(ring, points, sql);
        boolean mariaDb = sql.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        boolean comparable = mariaDb || EvenOdd.isSimple(ring);
        List<EstateRow> inside = new ArrayList<>();
        for (int i = 0; i < contained.length; i++) {
            Place place = EvenOdd.locate(ring, points.get(i));
            if (comparable && !(mariaDb && place == Place.BOUNDARY)) {
                assertEquals(contained[i], place == Place.INSIDE, points.get(i) + " is " + place + " of " + ring);
            }
            if (place == Place.INSIDE) {
                inside.add(candidates.get(i));
            }
        }
        return inside;
    }

    private static boolean[] contained(List<MicroDegrees> ring, List<MicroDegrees> points, Connection sql)
            throws SQLException {
        String polygon = ring.stream().map(MicroDegrees::text).collect(Collectors.joining(",", "POLYGON((", "))"));
        String tests = points.stream()
                .map(point -> "ST_Contains(polygon, ST_GeomFromText('POINT(" + point.text() + ")'))")
                .collect(Collectors.joining(","));
        boolean[] contained = new boolean[points.size()];
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + tests + " FROM (SELECT ST_PolygonFromText('"
                        + polygon + "') AS polygon) AS ring")) {
            row.next();
            for (int i = 0; i < contained.length; i++) {
                contained[i] = row.getBoolean(i + 1);
            }
        }
        return contained;
    }
}
