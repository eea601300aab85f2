package isuumo.site;

import java.util.Map;

/** Types of the files a site is made of; a file of no known type is not served. */
final class ContentType {
    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "css", "text/css; charset=UTF-8",
            "json", "application/json; charset=UTF-8",
            "txt", "text/plain; charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp",
            "avif", "image/avif");

    private ContentType() {}

    /** @return null for an unknown ending */
    static String of(String name) {
        return BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
