package isuumo.bench.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as nginx logged it in LTSV (nginx/snippets/log-ltsv.conf.j2): {@code name:value} with tabs between.
 *
 * @param uri      with its query
 * @param millis   from the request's first byte to the answer's last; nginx counts in whole ones
 * @param upstream that answered, the last if several were asked; "-" where nginx answered by itself
 * @param appMillis what all upstreams together took; 0 where nginx answered by itself
 */
public record AccessLine(String method, String uri, int status, long bytes, int millis, String upstream,
        int appMillis) {

    /** Empty for a line that lacks what a table needs, such as the last of a log that was cut. */
    static Optional<AccessLine> parse(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.split("\t")) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                fields.put(field.substring(0, colon), field.substring(colon + 1));
            }
        }
        try {
            return Optional.of(new AccessLine(present(fields, "method"), present(fields, "uri"),
                    Integer.parseInt(present(fields, "status")), Long.parseLong(present(fields, "size")),
                    millis(present(fields, "reqtime")), last(fields.getOrDefault("upstream", "-")),
                    sum(fields.getOrDefault("apptime", "-"))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String present(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new NumberFormatException("no " + name);
        }
        return value;
    }

    private static int millis(String seconds) {
        return Math.toIntExact(Math.round(Double.parseDouble(seconds) * 1e3));
    }

    /** Upstreams that were asked one after the other stand with a comma between, those of another group with a colon. */
    private static String last(String upstreams) {
        String[] all = upstreams.split(", | : ");
        return all[all.length - 1].strip();
    }

    private static int sum(String times) {
        int sum = 0;
        for (String time : times.split(", | : ")) {
            sum += time.strip().equals("-") || time.isBlank() ? 0 : millis(time);
        }
        return sum;
    }
}
