package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import isuumo.testing.Integration;
import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import isuumo.testing.TestDatabase;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever address somebody makes up, nginx and the server read the same in it, or nginx refuses it. Else who limits, refuses or
 * pins one address in nginx would do so for another than the server answers.
 */
@ExtendWith(Integration.class)
class SamePathIT {
    private static final int PATHS = 10_000;
    private static final List<String> REAL = List.of("/api/chair/1", "/api/estate/1", "/api/chair/search/condition",
            "/api/estate/low_priced", "/api/recommended_estate/1", "/api/chair/buy/1", "/api/estate/req_doc/1",
            "/api/estate/nazotte", "/api/chair", "/healthz", "/version", "/metrics", "/cluster/report", "/chair/1",
            "/robots.txt", "/assets/app-abc.js", "/images/chair/one.png", "/index.html", "/");
    private static final List<String> PIECES = List.of("/", "//", ".", "..", "/..", "/../", "/../../", "/./", "%2e",
            "%2E%2e", "/%2e%2e/", "%2f", "%2F", "%5c", "\\", "%00", ";", "/..;/", "%3b", "%3B", "#", "%23", "?", "%3f",
            "%",
            "%zz", "%25", "%252f", "%252e%252e", "%c0%af", "%c0%ae", "é", "%E3%81%82", "%ff", "~", "[", "|", "A", "%41",
            "%61",
            "%0a", "%0d", "%20", "+", "&", ":", "@", "http:", "*", "1", "x", "\0", "\t", "椅子", "%F0%9F%AA%91",
            "%ed%a0%80", "..%00", "%00/..", "%u002f", "0".repeat(9_000));
    /** What nginx says when it has asked nobody; an address of people gets the site's page from both. */
    private static final Set<String> NGINX_SAYS = Set.of("{\"error\":\"There is nothing at this address\"}",
            "{\"error\":\"The request is no valid HTTP\"}", "{\"error\":\"No address here has a ; in it\"}",
            "{\"error\":\"The address is longer than 8192 bytes\"}", Entrances.PAGE);

    /** The server looks into a query before it looks for the address; nginx passes a page's query over. */
    private static final Pattern BAD_QUERY = Pattern.compile("[^?]*\\?.*(%(?!\\p{XDigit}{2})|#).*");

    private enum Outcome {
        SAME, REFUSED
    }

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    @Test
    void nginxAndTheServerReadTheSameInAPath(TestDatabase database) throws Exception {
        try (Entrances entrances = Entrances.open(database.account())) {
            assumeTrue(entrances.throughNginx().isPresent(), "no nginx here; nginx/test/run unpacks one");
            try (Client server = new Client(entrances.direct());
                    Client nginx = new Client(entrances.throughNginx().orElseThrow())) {
                SplittableRandom random = new SplittableRandom(13);
                for (int i = 0; i < PATHS; i++) {
                    String method = random.nextInt(4) == 0 ? "POST" : "GET";
                    String path = path(random);
                    compare(method + " " + path, server.ask(method, path), nginx.ask(method, path));
                }
            }
        }
        assertTrue(outcomes.values().stream().allMatch(count -> count > PATHS / 10), outcomes::toString);
    }

    /**
     * A real path, or two of them run together, with up to three pieces put in, taken out or in place of something, and now
     * and then a letter in the other case.
     */
    private static String path(SplittableRandom random) {
        StringBuilder path = new StringBuilder(pick(REAL, random));
        if (random.nextInt(3) == 0) {
            path.setLength(random.nextInt(path.length()) + 1);
            path.append(pick(PIECES, random)).append(pick(REAL, random).substring(1));
        }
        for (int changes = random.nextInt(5) - 1; changes > 0; changes--) {
            int from = random.nextInt(path.length()) + 1;
            int to = random.nextInt(3) == 0 ? Math.min(path.length(), from + 1) : from;
            path.replace(from, to, random.nextInt(5) == 0 ? "" : pick(PIECES, random));
        }
        int letter = random.nextInt(path.length());
        if (random.nextInt(8) == 0 && Character.isLetter(path.charAt(letter))) {
            path.setCharAt(letter, (char) (path.charAt(letter) ^ ' '));
        }
        return path.toString();
    }

    private static String pick(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private void compare(String request, RawAnswer server, RawAnswer nginx) {
        boolean same = nginx.status() == server.status() && nginx.body().equals(server.body());
        boolean refused = nginx.status() >= 400 && NGINX_SAYS.contains(nginx.body());
        boolean badQuery = BAD_QUERY.matcher(request).matches() && server.status() >= 400
                && nginx.body().equals(Entrances.PAGE);
        assertTrue(same || refused || badQuery,
                () -> request + "\nthrough nginx: " + nginx + "\nto the server: " + server);
        assertTrue(!nginx.body().contains("# TYPE"), () -> request + " got the metrics");
        outcomes.merge(same && nginx.status() < 400 ? Outcome.SAME : Outcome.REFUSED, 1, Integer::sum);
    }

    /** One connection after the other, each kept as long as the other side keeps it. */
    private static final class Client implements AutoCloseable {
        private final int port;
        private RawHttp connection;

        Client(int port) throws IOException {
            this.port = port;
            connection = new RawHttp(port);
        }

        RawAnswer ask(String method, String path) throws IOException {
            String request = method.equals("POST") ? Row.post(path, "", "{}") : Row.get(path, "");
            Optional<RawAnswer> answer = connection.send(request).next(false);
            boolean closes = answer.flatMap(given -> given.header("Connection")).orElse("").equals("close");
            if (answer.isEmpty() || closes) {
                connection.close();
                connection = new RawHttp(port);
            }
            return answer.orElseThrow(() -> new IOException("no answer to " + method + " " + path));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
