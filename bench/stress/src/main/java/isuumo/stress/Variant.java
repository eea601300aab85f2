package isuumo.stress;

/** Which code a race runs: the server's own, or what it would be without the rule that keeps the promise. */
public final class Variant {
    /** Set in the processes of a run that must break every promise. */
    static final String PROPERTY = "isuumo.stress.broken";
    /** The same for the whole life of the process. */
    public static final boolean BROKEN = Boolean.getBoolean(PROPERTY);

    private Variant() {}
}
