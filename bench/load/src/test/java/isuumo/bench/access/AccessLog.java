package isuumo.bench.access;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lines as nginx/snippets/log-ltsv.conf.j2 has nginx write them. */
public final class AccessLog {
    private AccessLog() {}

    static String line(String method, String uri, int status, long bytes, int millis, String upstreams, String times) {
        return "time:2026-12-01T01:00:00+00:00\thost:127.0.0.1\tmethod:" + method + "\turi:" + uri
                + "\tprotocol:HTTP/1.1\tstatus:" + status + "\tsize:" + bytes + "\treqsize:100\treqtime:"
                + seconds(millis) + "\tapptime:" + times + "\tconntime:0.000\tupstream:" + upstreams
                + "\tupstatus:200\ttiming:" + (millis > 5 ? "pool;dur=1.5, commit;dur=" + millis + ".0" : "-")
                + "\tua:Mozilla/5.0 (x: y)\treferer:-";
    }

    static String seconds(int millis) {
        return millis / 1_000 + "." + String.format("%03d", millis % 1_000);
    }

    /** @param seed chooses routes, times and hosts */
    public static List<String> some(int lines, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String uri = switch (random.nextInt(5)) {
                case 0 -> "/api/chair/" + random.nextInt(1_000);
                case 1 -> "/api/chair/search?page=" + random.nextInt(9);
                case 2 -> "/images/chair/" + random.nextInt(9) + "a.png";
                case 3 -> "/api/estate/req_doc/" + random.nextInt(9);
                default -> "/";
            };
            int millis = random.nextInt(4) == 0 ? random.nextInt(2_000) : random.nextInt(20);
            boolean app = uri.startsWith("/api");
            log.add(line(random.nextInt(9) == 0 ? "POST" : "GET", uri, random.nextInt(50) == 0 ? 503 : 200,
                    random.nextInt(20_000), millis, app ? "10.0.0." + random.nextInt(1, 4) + ":8080" : "-",
                    app ? seconds(millis / 2) : "-"));
        }
        return log;
    }
}
