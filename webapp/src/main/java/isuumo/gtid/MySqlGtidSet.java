package isuumo.gtid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * MySQL's set: for each source (a server's UUID, with a tag or without) the intervals of its transactions' numbers.
 *
 * @param intervalsBySource ascending, disjoint, not adjacent, none empty: equal sets are equal
 */
record MySqlGtidSet(Map<String, List<Interval>> intervalsBySource) implements GtidSet {
    static final MySqlGtidSet NONE = new MySqlGtidSet(Map.of());

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TAG = Pattern.compile("(?i)[a-z_][a-z0-9_]{0,31}");
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    /** The transactions {@code first} to {@code last}, both inclusive. */
    record Interval(long first, long last) {
        boolean contains(Interval other) {
            return first <= other.first && other.last <= last;
        }
    }

    static MySqlGtidSet of(String text) {
        Map<String, List<Interval>> intervals = new TreeMap<>();
        for (String ofOneServer : text.split(",", -1)) {
            String[] parts = ofOneServer.split(":", -1);
            if (parts.length < 2 || !UUID.matcher(parts[0]).matches()) {
                throw invalid(ofOneServer);
            }
            String server = parts[0].toLowerCase(Locale.ROOT);
            String source = server;
            for (String part : List.of(parts).subList(1, parts.length)) {
                if (TAG.matcher(part).matches()) {
                    source = server + ":" + part.toLowerCase(Locale.ROOT); // of the intervals up to the next tag
                } else {
                    intervals.computeIfAbsent(source, _ -> new ArrayList<>()).add(interval(part, ofOneServer));
                }
            }
        }
        return normalized(intervals);
    }

    private static Interval interval(String text, String whole) {
        Matcher interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            throw invalid(whole);
        }
        long first = Long.parseLong(interval.group(1));
        long last = interval.group(2) == null ? first : Long.parseLong(interval.group(2));
        if (first < 1 || last < first) {
            throw invalid(whole);
        }
        return new Interval(first, last);
    }

    private static IllegalArgumentException invalid(String part) {
        return new IllegalArgumentException("'" + part + "' is no set of global transaction ids; MySQL's are like "
                + "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7, MariaDB's like 0-1-42");
    }

    private static MySqlGtidSet normalized(Map<String, List<Interval>> intervals) {
        Map<String, List<Interval>> merged = new TreeMap<>();
        intervals.forEach((source, unordered) -> merged.put(source, merged(unordered)));
        return new MySqlGtidSet(Collections.unmodifiableMap(merged));
    }

    private static List<Interval> merged(List<Interval> unordered) {
        List<Interval> merged = new ArrayList<>();
        for (Interval next : unordered.stream().sorted(Comparator.comparingLong(Interval::first)).toList()) {
            Interval last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.first <= last.last + 1) {
                merged.set(merged.size() - 1, new Interval(last.first, Math.max(last.last, next.last)));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    @Override
    public boolean isEmpty() {
        return intervalsBySource.isEmpty();
    }

    /** MySQL 8.3 and later, where a session sets {@code gtid_next} to {@code AUTOMATIC:tag}. */
    @Override
    public boolean hasTags() {
        return intervalsBySource.keySet().stream().anyMatch(source -> source.contains(":"));
    }

    @Override
    public boolean covers(GtidSet other) {
        return other.isEmpty() || !isEmpty() && same(other).intervalsBySource.entrySet().stream()
                .allMatch(theirs -> {
                    List<Interval> ours = intervalsBySource.getOrDefault(theirs.getKey(), List.of());
                    return theirs.getValue().stream().allMatch(one -> ours.stream().anyMatch(i -> i.contains(one)));
                });
    }

    @Override
    public GtidSet plus(GtidSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Map<String, List<Interval>> union = new TreeMap<>();
        intervalsBySource.forEach((source, ours) -> union.put(source, new ArrayList<>(ours)));
        same(other).intervalsBySource.forEach(
                (source, theirs) -> union.computeIfAbsent(source, _ -> new ArrayList<>()).addAll(theirs));
        return normalized(union);
    }

    @Override
    public Map<String, Long> lastBySource() {
        return intervalsBySource.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getLast().last));
    }

    private MySqlGtidSet same(GtidSet other) {
        if (other instanceof MySqlGtidSet ofMySql) {
            return ofMySql;
        }
        throw new IllegalArgumentException("'" + this + "' is a set of MySQL, '" + other
                + "' a position of MariaDB; all hosts must run the same kind of database");
    }

    @Override
    public String toString() {
        return intervalsBySource.entrySet().stream()
                .map(e -> e.getKey() + e.getValue().stream()
                        .map(i -> ":" + i.first + (i.last == i.first ? "" : "-" + i.last))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(","));
    }
}
