package isuumo.index;

/** The half-open range {@code min <= value < max} of a condition document; -1 leaves that side open. */
public record Range(int min, int max) {
    public static final int UNBOUNDED = -1;

    public boolean contains(int value) {
        return (min == UNBOUNDED || value >= min) && (max == UNBOUNDED || value < max);
    }
}
