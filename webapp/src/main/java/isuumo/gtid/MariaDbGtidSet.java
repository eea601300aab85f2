package isuumo.gtid;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MariaDB's position: for each domain the last transaction, which stands for all earlier ones of that domain. */
record MariaDbGtidSet(Map<Long, Last> lastByDomain) implements GtidSet {
    private static final Pattern GTID = Pattern.compile("(\\d{1,10})-(\\d{1,10})-(\\d{1,18})");

    /** Who wrote the transaction, and its number in the domain, which rises over all servers. */
    record Last(long server, long sequence) {}

    static boolean isOne(String text) {
        return GTID.matcher(text.split(",", 2)[0]).matches();
    }

    static MariaDbGtidSet of(String text) {
        Map<Long, Last> lasts = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            Matcher gtid = GTID.matcher(part);
            if (!gtid.matches()) {
                throw new IllegalArgumentException(
                        "'" + part + "' is no global transaction id of MariaDB; one is like 0-1-42");
            }
            Last last = new Last(Long.parseLong(gtid.group(2)), Long.parseLong(gtid.group(3)));
            lasts.merge(Long.valueOf(gtid.group(1)), last, MariaDbGtidSet::later);
        }
        return new MariaDbGtidSet(Collections.unmodifiableMap(lasts));
    }

    private static Last later(Last a, Last b) {
        return b.sequence > a.sequence ? b : a;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public boolean hasTags() {
        return false;
    }

    @Override
    public boolean covers(GtidSet other) {
        return other.isEmpty() || same(other).lastByDomain.entrySet().stream().allMatch(theirs -> {
            Last ours = lastByDomain.get(theirs.getKey());
            return ours != null && ours.sequence >= theirs.getValue().sequence;
        });
    }

    @Override
    public GtidSet plus(GtidSet other) {
        if (other.isEmpty()) {
            return this;
        }
        Map<Long, Last> union = new TreeMap<>(lastByDomain);
        same(other).lastByDomain.forEach((domain, last) -> union.merge(domain, last, MariaDbGtidSet::later));
        return new MariaDbGtidSet(Collections.unmodifiableMap(union));
    }

    @Override
    public Map<String, Long> lastBySource() {
        return lastByDomain.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().sequence));
    }

    private MariaDbGtidSet same(GtidSet other) {
        if (other instanceof MariaDbGtidSet ofMariaDb) {
            return ofMariaDb;
        }
        throw new IllegalArgumentException("'" + this + "' is a position of MariaDB, '" + other
                + "' a set of MySQL; all hosts must run the same kind of database");
    }

    @Override
    public String toString() {
        return lastByDomain.entrySet().stream()
                .map(e -> e.getKey() + "-" + e.getValue().server + "-" + e.getValue().sequence)
                .collect(Collectors.joining(","));
    }
}
