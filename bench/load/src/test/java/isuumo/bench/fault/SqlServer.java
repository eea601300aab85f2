package isuumo.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.answers.Recorded.Response;
import isuumo.bench.answers.WireJson;
import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import isuumo.bench.data.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The contract answered the way the contest's first version does it: each request by SQL over tables without secondary
 * indexes, a map search by a statement an estate. Right and slow. Independent of {@code PlainAnswers}, so each checks
 * the other.
 */
final class SqlServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an ACK
    }

    private static final Response NOT_FOUND = new Response(404, "");
    private static final Response BAD_REQUEST = new Response(400, "");
    private static final int NAZOTTE_LIMIT = 50;

    private final DataSet data;
    private final Tables tables;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SqlServer(DataSet data, HikariDataSource database, int port) throws IOException {
        this.data = data;
        this.tables = new Tables(database);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                query == null ? "" : query, "");
        Response response;
        try {
            response = answer(request, body);
        } catch (SQLException | IOException e) {
            response = new Response(500, String.valueOf(e.getMessage()));
        } catch (NumberFormatException _) {
            response = BAD_REQUEST;
        }
        new Answer(response).send(exchange);
    }

    private Response answer(Request request, byte[] body) throws SQLException, IOException {
        String path = request.resource();
        return switch (path) {
            case "/initialize" -> initialize();
            case "/api/chair" -> {
                tables.insertChairs(UploadedRows.chairs(body));
                yield new Response(201, "");
            }
            case "/api/estate" -> {
                tables.insertEstates(UploadedRows.estates(body));
                yield new Response(201, "");
            }
            case "/api/chair/search/condition" -> ok(data.chairDocument());
            case "/api/estate/search/condition" -> ok(data.estateDocument());
            case "/api/chair/low_priced" -> ok(WireJson.chairs(tables.chairs("stock > 0 ORDER BY price, id LIMIT 20")));
            case "/api/estate/low_priced" -> ok(WireJson.estates(tables.estates("1 ORDER BY rent, id LIMIT 20")));
            case "/api/chair/search" -> searchChairs(request.query());
            case "/api/estate/search" -> searchEstates(request.query());
            case "/api/estate/nazotte" -> nazotte(Json.MAPPER.readTree(body).path("coordinates"));
            default -> byId(path);
        };
    }

    private Response initialize() throws SQLException {
        tables.create();
        tables.insertChairs(data.chairs());
        tables.insertEstates(data.estates());
        return new Response(200, "{\"language\":\"sql\"}");
    }

    private Response byId(String path) throws SQLException {
        int slash = path.lastIndexOf('/');
        int id = Integer.parseInt(path.substring(slash + 1));
        return switch (path.substring(0, slash)) {
            case "/api/chair" -> tables.chairs("id = ? AND stock > 0", id).stream().findFirst()
                    .map(c -> ok(WireJson.chair(c))).orElse(NOT_FOUND);
            case "/api/estate" -> tables.estates("id = ?", id).stream().findFirst().map(e -> ok(WireJson.estate(e)))
                    .orElse(NOT_FOUND);
            case "/api/chair/buy" -> tables.sell(id) ? new Response(200, "") : NOT_FOUND;
            case "/api/estate/req_doc" -> tables.estates("id = ?", id).isEmpty() ? NOT_FOUND : new Response(200, "");
            case "/api/recommended_estate" -> recommended(id);
            default -> NOT_FOUND;
        };
    }

    private Response recommended(int chairId) throws SQLException {
        List<Chair> chairs = tables.chairs("id = ?", chairId);
        if (chairs.isEmpty()) {
            return BAD_REQUEST;
        }
        Chair c = chairs.getFirst();
        int w = c.width();
        int h = c.height();
        int d = c.depth();
        String fits = "(door_width >= ? AND door_height >= ?)";
        return ok(WireJson.estates(tables.estates(
                String.join(" OR ", fits, fits, fits, fits, fits, fits) + " ORDER BY popularity DESC, id LIMIT 20", w,
                h, w, d, h, w, h, d, d, w, d, h)));
    }

    private Response searchChairs(String query) throws SQLException {
        SqlSearch search = SqlSearch.chairs(query, data.chairConditions());
        if (search == null) {
            return BAD_REQUEST;
        }
        return ok(WireJson.counted(tables.count("chair", search.where(), search.values()),
                WireJson.chairs(tables.chairs(search.page(), search.values()))));
    }

    private Response searchEstates(String query) throws SQLException {
        SqlSearch search = SqlSearch.estates(query, data.estateConditions());
        if (search == null) {
            return BAD_REQUEST;
        }
        return ok(WireJson.counted(tables.count("estate", search.where(), search.values()),
                WireJson.estates(tables.estates(search.page(), search.values()))));
    }

    private Response nazotte(JsonNode ring) throws SQLException {
        double[] latitudes = ring.findValues("latitude").stream().mapToDouble(JsonNode::asDouble).sorted().toArray();
        double[] longitudes = ring.findValues("longitude").stream().mapToDouble(JsonNode::asDouble).sorted()
                .toArray();
        List<Estate> inBox = tables.estates(
                "latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? ORDER BY popularity DESC, id", latitudes[0],
                latitudes[latitudes.length - 1], longitudes[0], longitudes[longitudes.length - 1]);
        String polygon = ring.valueStream()
                .map(p -> "%f %f".formatted(p.path("latitude").asDouble(), p.path("longitude").asDouble()))
                .collect(Collectors.joining(",", "POLYGON((", "))"));
        List<Estate> inside = new java.util.ArrayList<>();
        for (Estate estate : inBox) {
            if (inside.size() < NAZOTTE_LIMIT && tables.contains(polygon, estate)) {
                inside.add(estate);
            }
        }
        return ok(WireJson.counted(inside.size(), WireJson.estates(inside)));
    }

    private static Response ok(JsonNode body) {
        return new Response(200, body.toString());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close(); // waits for statements under way
    }
}
