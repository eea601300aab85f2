package isuumo.http;

/** Texts of whoever sent a request, made fit for a line of the log, or for an answer that is about them. */
public final class Shortened {
    private static final char REPLACEMENT = '?';

    private Shortened() {}

    /** The text itself, or its beginning with a sign that it goes on. */
    public static String to(int maxChars, String text) {
        if (text == null || text.length() <= maxChars) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    /** The same in one line: without line breaks, and without control and format characters, which a terminal obeys. */
    public static String line(int maxChars, String text) {
        String shortened = to(maxChars, String.valueOf(text));
        StringBuilder line = new StringBuilder(shortened.length());
        shortened.codePoints().map(c -> breaksLine(c) ? REPLACEMENT : c).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean breaksLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
