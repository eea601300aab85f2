package isuumo.segment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An item that is nothing but that. */
record Numbered(int id, int popularity) implements Item {
    /** With ids from one to before another. */
    static List<Numbered> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(id -> new Numbered(id, id % 100)).toList();
    }

    static Segments<Numbered, Object> segments(int from, int to) {
        return Segments.of(range(from, to), _ -> new Object());
    }

    /** More of them, as an upload. */
    static Segments<Numbered, Object> with(Segments<Numbered, Object> segments, int from, int to) {
        return segments.after(Set.of(), segments.prepare(range(from, to), item -> item),
                range(from, to).stream().collect(Collectors.toMap(Numbered::id, _ -> true)));
    }
}
