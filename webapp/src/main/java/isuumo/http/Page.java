package isuumo.http;

/** Which slice of a search's matches is asked for: {@code [number * size, number * size + size)}. */
public record Page(long number, int size) {
    /** The contract's limit; the reference has none. */
    private static final int MAX_PER_PAGE = 1000;

    /** Reads {@code page}, then {@code perPage}: the contract's order of checks. */
    public static Page of(Params params) {
        long number = params.required("page", Long.MAX_VALUE);
        return new Page(number, (int) params.required("perPage", MAX_PER_PAGE));
    }

    /** How many matches come before the slice; at most {@link Long#MAX_VALUE}. */
    public long skip() {
        return number > Long.MAX_VALUE / Math.max(size, 1) ? Long.MAX_VALUE : number * size;
    }
}
