package isuumo.bench.statements;

import java.util.Locale;
import java.util.regex.Pattern;

/** A statement without its values, so that statements that differ in nothing else are one: as pt-query-digest makes it. */
final class Fingerprint {
    private static final Pattern COMMENT = Pattern.compile("/\\*(?!!).*?\\*/|(?:--\\s|#)[^\\n]*", Pattern.DOTALL);
    /** In steps that never go back, since a value may have megabytes. */
    private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'"
            + "|\"[^\"\\\\]*+(?:(?:\\\\.|\"\")[^\"\\\\]*+)*+\"", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern
            .compile("(?<![\\w$])(?:0x[0-9a-f]+|[+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|null)\\b");
    private static final Pattern LIST = Pattern.compile("\\b(in|values?)\\s*\\(\\s*\\?(?:\\s*,\\s*\\?)*+\\s*\\)"
            + "(?:\\s*,\\s*\\(\\s*\\?(?:\\s*,\\s*\\?)*+\\s*\\))*+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Fingerprint() {}

    static String of(String sql) {
        String text = TEXT.matcher(sql).replaceAll("?");
        text = COMMENT.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        text = VALUE.matcher(text).replaceAll("?");
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        return LIST.matcher(text).replaceAll("$1(?+)");
    }
}
