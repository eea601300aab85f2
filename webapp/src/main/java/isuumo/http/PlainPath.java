package isuumo.http;

/**
 * Whether a path means the same to everybody who reads it: nginx, which decodes before it resolves dot segments, the router,
 * which resolves first, and any cache between. The same rule stands in {@code nginx/snippets/plain-paths.conf}.
 */
final class PlainPath {
    private PlainPath() {}

    /**
     * False for an empty or a dot segment, an encoded slash or backslash, a backslash, and a {@code #}. An empty end is no
     * empty segment.
     *
     * @param path as it came; in the absolute form, {@code http://host/path}, what follows the host is judged
     */
    static boolean is(String path) {
        for (int i = start(path); i < path.length(); i++) {
            boolean plain = switch (path.charAt(i)) {
                case '/' -> startsSegment(path, i + 1);
                case '%' -> !hidesSeparator(path, i + 1);
                case '\\', '#' -> false;
                default -> true;
            };
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is one, as such or encoded. */
    static boolean hasSemicolon(String path) {
        return path.indexOf(';') >= 0 || hasEncoded("%3b", path);
    }

    /** Whether there is an encoded one; any other makes the request line unreadable. */
    static boolean hasNul(String path) {
        return hasEncoded("%00", path);
    }

    private static boolean hasEncoded(String triplet, String path) {
        int percent = path.indexOf('%');
        while (percent >= 0 && !path.regionMatches(true, percent, triplet, 0, triplet.length())) {
            percent = path.indexOf('%', percent + 1);
        }
        return percent >= 0;
    }

    private static int start(String path) {
        if (path.startsWith("/")) {
            return 0;
        }
        int authority = path.indexOf("://");
        int start = authority < 0 ? 0 : path.indexOf('/', authority + "://".length());
        return start < 0 ? path.length() : start;
    }

    /** Whether another segment than an empty one or one of dots starts here; nothing at all may follow the last slash. */
    private static boolean startsSegment(String path, int start) {
        if (start == path.length()) {
            return true;
        }
        int end = start;
        for (int dots = 0; dots < 2; dots++) {
            end += dotLength(path, end);
        }
        return end < path.length() && path.charAt(end) != '/';
    }

    /** Of the dot that stands there, as such or encoded; 0 for anything else. */
    private static int dotLength(String path, int at) {
        if (path.startsWith(".", at)) {
            return 1;
        }
        return path.regionMatches(true, at, "%2e", 0, 3) ? 3 : 0;
    }

    private static boolean hidesSeparator(String path, int digits) {
        return path.regionMatches(true, digits, "2f", 0, 2) || path.regionMatches(true, digits, "5c", 0, 2);
    }
}
