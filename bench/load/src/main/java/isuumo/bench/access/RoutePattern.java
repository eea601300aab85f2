package isuumo.bench.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The route of a request: its path without the query, with {@code :id} for numbers and {@code *} for a file's name. */
final class RoutePattern {
    private static final Set<String> FILES = Set.of("images", "assets");

    private RoutePattern() {}

    static String of(String method, String uri) {
        int end = uri.indexOf('?');
        String path = end < 0 ? uri : uri.substring(0, end);
        String[] parts = path.split("/", -1);
        List<String> pattern = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            boolean file = i == parts.length - 1 && parts.length > 2 && FILES.contains(parts[1]);
            pattern.add(file
                    ? "*"
                    : !parts[i].isEmpty() && parts[i].chars().allMatch(c -> c >= '0' && c <= '9')
                            ? ":id"
                            : parts[i]);
        }
        return method + " " + String.join("/", pattern);
    }
}
