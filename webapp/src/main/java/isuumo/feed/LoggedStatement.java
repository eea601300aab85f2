package isuumo.feed;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement that the log holds as text: a transaction's frame, or what changes more than rows. Row changes come like
 * this only where a session turned row logging off.
 *
 * @param schema the session's current database; empty when it had none
 */
record LoggedStatement(String schema, String sql) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final Pattern ACCOUNTS_AND_UPKEEP = Pattern.compile("(grant|revoke|flush|analyze|check|set|"
            + "(create|alter|drop|rename)\\s+(or\\s+replace\\s+)?(user|role))\\b.*", FLAGS);
    private static final Pattern OUR_DATABASE = Pattern.compile("\\bisuumo\\b", FLAGS);
    private static final Pattern OUR_TABLES_OR_ALL = Pattern.compile("\\b(chair|estate|database|schema)\\b", FLAGS);

    /** What it means to the transaction that it is in. */
    enum Kind {
        BEGIN, COMMIT, ROLLBACK, NOTHING, OTHER
    }

    Kind kind() {
        String[] words = sql.strip().toUpperCase(Locale.ROOT).split("\\s+", 3);
        String second = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "BEGIN" -> Kind.BEGIN;
            case "COMMIT" -> Kind.COMMIT;
            case "ROLLBACK" -> second.equals("TO") ? Kind.OTHER : Kind.ROLLBACK;
            case "SAVEPOINT" -> Kind.NOTHING;
            case "XA" -> switch (second) {
                case "START", "BEGIN" -> Kind.BEGIN;
                case "END" -> Kind.NOTHING;
                case "ROLLBACK" -> Kind.ROLLBACK;
                default -> Kind.OTHER;
            };
            default -> Kind.OTHER;
        };
    }

    /**
     * Whether a statement of kind {@link Kind#OTHER} may change the tables that are followed in a way that no row event
     * tells. When in doubt, yes: that costs a rebuild.
     */
    boolean mayChangeTables() {
        String text = sql.strip();
        boolean ofEarlierRows = text.regionMatches(true, 0, "XA ", 0, 3)
                || text.regionMatches(true, 0, "ROLLBACK", 0, 8);
        boolean ofOurDatabase = schema.equalsIgnoreCase("isuumo") || OUR_DATABASE.matcher(text).find();
        return ofEarlierRows || ofOurDatabase && OUR_TABLES_OR_ALL.matcher(text).find()
                && !ACCOUNTS_AND_UPKEEP.matcher(text).matches();
    }
}
