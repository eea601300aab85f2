package isuumo.bench.self;

import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.answers.WireJson;
import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ready answers that pass the benchmark's checks without any work: every search finds the same rows, whose doors and
 * sizes fit each other; a map search finds nothing.
 */
final class FixedAnswers {
    /** Chairs whose two shorter sides are at most this, estates whose doors are at least this: all of them fit. */
    private static final int FITTING_CM = 110;
    private static final int SEARCH_ROWS = 25;
    private static final int SHORT_ROWS = 20;
    private static final int FOUND = 1000;

    private final Map<String, byte[]> byPrefix = new LinkedHashMap<>();
    private final Map<String, byte[]> byPath = new HashMap<>();
    private final byte[] empty = answer("200 OK", new byte[0]);
    private final byte[] nothing = json(WireJson.counted(0, WireJson.estates(List.of())));

    FixedAnswers(DataSet data) {
        List<Chair> chairs = data.chairs().stream().filter(FixedAnswers::isSmall)
                .sorted(Comparator.comparingInt(Chair::popularity).reversed()).limit(SEARCH_ROWS).toList();
        List<Estate> estates = data.estates().stream()
                .filter(e -> e.doorHeight() >= FITTING_CM && e.doorWidth() >= FITTING_CM)
                .sorted(Comparator.comparingInt(Estate::popularity).reversed()).limit(SEARCH_ROWS).toList();
        chairs.forEach(c -> byPath.put("/api/chair/" + c.id(), json(WireJson.chair(c))));
        estates.forEach(e -> byPath.put("/api/estate/" + e.id(), json(WireJson.estate(e))));
        byPath.put("/api/chair/search/condition", json(data.chairDocument()));
        byPath.put("/api/estate/search/condition", json(data.estateDocument()));
        byPath.put("/api/chair/low_priced", json(WireJson.chairs(
                chairs.stream().sorted(Comparator.comparingInt(Chair::price)).limit(SHORT_ROWS).toList())));
        byPath.put("/api/estate/low_priced", json(WireJson.estates(
                estates.stream().sorted(Comparator.comparingInt(Estate::rent)).limit(SHORT_ROWS).toList())));
        byPrefix.put("/api/chair/search?", json(WireJson.counted(FOUND, WireJson.chairs(chairs))));
        byPrefix.put("/api/estate/search?", json(WireJson.counted(FOUND, WireJson.estates(estates))));
        byPrefix.put("/api/recommended_estate/", json(WireJson.estates(estates.subList(0, SHORT_ROWS))));
    }

    private static boolean isSmall(Chair chair) {
        int[] sides = {chair.height(), chair.width(), chair.depth()};
        java.util.Arrays.sort(sides);
        return sides[1] <= FITTING_CM;
    }

    /** The whole answer, head and body. */
    byte[] answer(byte[] request, int length) {
        int pathStart = request[0] == 'G' ? 4 : 5;
        int pathEnd = pathStart;
        while (pathEnd < length && request[pathEnd] != ' ') {
            pathEnd++;
        }
        String path = new String(request, pathStart, pathEnd - pathStart, StandardCharsets.US_ASCII);
        byte[] exact = byPath.get(path);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, byte[]> entry : byPrefix.entrySet()) {
            if (path.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return path.equals("/api/estate/nazotte") ? nothing : empty;
    }

    private static byte[] json(JsonNode node) {
        return answer("200 OK\r\nContent-Type: application/json", node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] answer(String statusAndHeaders, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
