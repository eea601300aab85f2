package isuumo.cluster;

/**
 * Which host writes, and since which change of the writer: the higher number is the later one, and each is one host's.
 *
 * @param number 0 is the configuration's
 */
public record Mandate(long number, String writer) {
    /**
     * Reads {@code 2 isu2}.
     *
     * @throws IllegalArgumentException when it is not like that
     */
    static Mandate parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is not like '2 isu2', a number and a host's name");
        }
        return new Mandate(Long.parseLong(parts[0]), parts[1]);
    }

    boolean isBefore(Mandate other) {
        return number < other.number;
    }

    @Override
    public String toString() {
        return number + " " + writer;
    }
}
