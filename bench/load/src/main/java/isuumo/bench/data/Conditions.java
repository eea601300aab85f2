package isuumo.bench.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The search condition documents, as far as a searcher needs them. */
public final class Conditions {

    /** {@code min <= value < max}; -1 means unbounded on that side. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Range(int id, int min, int max) {
        public boolean holds(int value) {
            return (min == -1 || min <= value) && (max == -1 || value < max);
        }
    }

    /** A condition by range; the id is the index. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ranges(List<Range> ranges) {}

    /** A condition by word. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Words(List<String> list) {}

    /** What chairs can be searched by. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OfChairs(Ranges height, Ranges width, Ranges depth, Ranges price, Words color, Words feature,
            Words kind) {}

    /** What estates can be searched by. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OfEstates(Ranges doorWidth, Ranges doorHeight, Ranges rent, Words feature) {}

    private Conditions() {}
}
