package isuumo.bench.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as nginx logged it in LTSV (nginx/snippets/log-ltsv.conf.j2): {@code name:value} with tabs between.
 *
 * @param time     when it ended, to a second, as RFC 3339 has it
 * @param uri      with its query
 * @param millis   from the request's first byte to the answer's last; nginx counts in whole ones
 * @param upstream that answered, the last if several were asked; "-" where nginx answered by itself
 * @param appMillis what all upstreams together took; 0 where nginx answered by itself
 * @param connectMillis what of that connecting took
 * @param stages   what the last upstream says that it waited for, in milliseconds: in Server-Timing's own form;
 *                 "-" where it was quick
 */
public record AccessLine(String time, String method, String uri, int status, long bytes, int millis, String upstream,
        int appMillis, int connectMillis, String stages) {

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
            return Optional.of(
                    new AccessLine(fields.getOrDefault("time", ""), present(fields, "method"), present(fields, "uri"),
                            Integer.parseInt(present(fields, "status")), Long.parseLong(present(fields, "size")),
                            millis(present(fields, "reqtime")), last(fields.getOrDefault("upstream", "-")),
                            sum(fields.getOrDefault("apptime", "-")), sum(fields.getOrDefault("conntime", "-")),
                            fields.getOrDefault("timing", "-")));
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
