package isuumo.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.data.Chair;
import isuumo.bench.fault.Answer.How;
import isuumo.bench.score.Endpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One thing that a server does wrong (or unusually, but right). Told apart from the tests so that they read as a list:
 * what is distorted, for whom, and how.
 */
interface Fault {
    Answer distort(Visit visit, Answer right, PlainServer server);

    default boolean servesBots() {
        return false;
    }

    /** Whether the server turns this request down before it does anything. */
    default boolean refuses(Visit visit) {
        return false;
    }

    /** A server without a fault. */
    static Fault none() {
        return (_, right, _) -> right;
    }

    /** Distorts every answer that the condition picks. */
    static Fault when(Predicate<Visit> which, UnaryOperator<Answer> how) {
        return (visit, right, _) -> which.test(visit) ? how.apply(right) : right;
    }

    /** Distorts what people (not the verify phase) get from an endpoint. */
    static Fault people(Endpoint endpoint, UnaryOperator<Answer> how) {
        return when(v -> v.person() && v.at(endpoint), how);
    }

    /** Distorts what the verify phase gets from an endpoint. */
    static Fault verify(Endpoint endpoint, UnaryOperator<Answer> how) {
        return when(v -> v.verifier() && v.at(endpoint), how);
    }

    /** The same fault, only the first so many times that it makes a difference. */
    default Fault times(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return (visit, right, server) -> {
            Answer wrong = distort(visit, right, server);
            boolean differs = !wrong.equals(right) && wrong.body() != right.body() || wrong.status() != right.status();
            return differs && left.getAndDecrement() > 0 ? wrong : right;
        };
    }

    /** The same fault on a server that lets crawlers in. */
    default Fault servingBots() {
        Fault fault = this;
        return new Fault() {
            @Override
            public Answer distort(Visit visit, Answer right, PlainServer server) {
                return fault.distort(visit, right, server);
            }

            @Override
            public boolean servesBots() {
                return true;
            }
        };
    }

    /** People's purchases are refused, and take no piece. */
    static Fault refusingPurchases() {
        return new Fault() {
            @Override
            public Answer distort(Visit visit, Answer right, PlainServer server) {
                return right;
            }

            @Override
            public boolean refuses(Visit visit) {
                return visit.person() && visit.at(Endpoint.CHAIR_BUY);
            }
        };
    }

    // How an answer can be wrong

    static UnaryOperator<Answer> status(int status) {
        return right -> right.with(status);
    }

    static UnaryOperator<Answer> slow(long millis) {
        return right -> right.after(millis);
    }

    static UnaryOperator<Answer> sent(How how) {
        return right -> right.sent(how);
    }

    static UnaryOperator<Answer> body(String text) {
        return right -> right.withBody(text);
    }

    static UnaryOperator<Answer> reversed() {
        return right -> right.editedList(2, list -> {
            List<JsonNode> rows = new ArrayList<>();
            list.forEach(rows::add);
            Collections.reverse(rows);
            list.removeAll().addAll(rows);
        });
    }

    static UnaryOperator<Answer> withoutFirst() {
        return right -> right.editedList(1, list -> list.remove(0));
    }

    static UnaryOperator<Answer> firstRow(java.util.function.Consumer<ObjectNode> change) {
        return right -> right.editedList(1, list -> change.accept((ObjectNode) list.get(0)));
    }

    static UnaryOperator<Answer> plusOne(String key) {
        return right -> right.edited(node -> node.put(key, node.path(key).asLong() + 1));
    }

    /** Gives lists in place of an array: null. */
    static UnaryOperator<Answer> nullForEmpty() {
        return right -> right.edited(node -> node.properties().forEach(field -> {
            if (field.getValue() instanceof ArrayNode list && list.isEmpty()) {
                field.setValue(node.nullNode());
            }
        }));
    }

    // Faults that need more than the right answer

    /** Reading calls of people see the chairs with the stock they had at the start. */
    static Fault staleStock(Endpoint endpoint) {
        return (visit, right, server) -> {
            if (!visit.person() || !visit.at(endpoint)) {
                return right;
            }
            List<Chair> stale = new ArrayList<>();
            server.chairs().forEach(c -> stale.add(c.withStock(Math.max(1, c.stock()))));
            return new Answer(server.answersOver(stale, server.estates()).answer(visit.request()));
        };
    }

    /** Lists of this endpoint do not know uploaded rows. */
    static Fault blindToUploads(Endpoint endpoint) {
        return (visit, right, server) -> {
            if (!visit.person() || !visit.at(endpoint)) {
                return right;
            }
            List<Chair> old = server.chairs().stream().filter(c -> c.id() <= server.initialData().chairs().size())
                    .toList();
            return new Answer(server.answersOver(old, server.initialData().estates()).answer(visit.request()));
        };
    }

    /** Nazotte by the bounding box alone: a polygon of its corners. */
    static Fault boxOnly(Predicate<Visit> which) {
        return (visit, right, server) -> {
            if (!which.test(visit) || !visit.at(Endpoint.NAZOTTE)) {
                return right;
            }
            Request box = new Request("POST", visit.request().resource(), "", box(visit.request().body()));
            return new Answer(server.answersOver(server.chairs(), server.estates()).answer(box));
        };
    }

    private static String box(String ring) {
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        for (JsonNode point : new Answer(200, ring.getBytes(), null, How.WHOLE, 0).json().path("coordinates")) {
            south = Math.min(south, point.path("latitude").asDouble());
            north = Math.max(north, point.path("latitude").asDouble());
            west = Math.min(west, point.path("longitude").asDouble());
            east = Math.max(east, point.path("longitude").asDouble());
        }
        String corner = "{\"latitude\":%s,\"longitude\":%s}";
        return "{\"coordinates\":[" + corner.formatted(south, west) + "," + corner.formatted(south, east) + ","
                + corner.formatted(north, east) + "," + corner.formatted(north, west) + ","
                + corner.formatted(south, west) + "]}";
    }

    /** Lists one more row than there is: an estate with this change. */
    static Fault extraEstate(Endpoint endpoint, java.util.function.BiPredicate<Visit, isuumo.bench.data.Estate> which) {
        return (visit, right, server) -> {
            if (!visit.person() || !visit.at(endpoint)) {
                return right;
            }
            return server.estates().stream().filter(e -> which.test(visit, e))
                    .min(java.util.Comparator.comparingInt(isuumo.bench.data.Estate::popularity))
                    .map(e -> right.editedList(0, list -> list.add(isuumo.bench.answers.WireJson.estate(e))))
                    .orElse(right);
        };
    }
}
