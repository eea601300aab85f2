package isuumo.bench.truth;

import isuumo.bench.data.Chair;
import isuumo.bench.data.Conditions;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import isuumo.bench.data.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything the benchmark knows while a run is on: all rows, drafts included, and what became of them. Thread-safe. */
public final class Truth {
    private final ById<ChairEntry> chairs = new ById<>();
    private final ById<EstateEntry> estates = new ById<>();
    private final List<ChairEntry> chairsByPopularity;
    private final List<EstateEntry> estatesByPopularity;
    private final FoundRows<ChairEntry> chairsFound;
    private final FoundRows<EstateEntry> estatesFound;
    private final List<ChairEntry> chairsByPrice;
    private final List<EstateEntry> estatesByRent;

    public Truth(DataSet data) {
        data.chairs().forEach(c -> chairs.put(new ChairEntry(c, false)));
        data.estates().forEach(e -> estates.put(new EstateEntry(e, false)));
        Stream.concat(Stream.of(data.verifyChairs()), data.chairDrafts().stream()).flatMap(List::stream)
                .forEach(c -> chairs.put(new ChairEntry(c, true)));
        Stream.concat(Stream.of(data.verifyEstates()), data.estateDrafts().stream()).flatMap(List::stream)
                .forEach(e -> estates.put(new EstateEntry(e, true)));
        chairsByPopularity = chairs.stream().sorted(byPopularity()).toList();
        estatesByPopularity = estates.stream().sorted(byPopularity()).toList();
        chairsFound = new FoundRows<>(chairsByPopularity);
        estatesFound = new FoundRows<>(estatesByPopularity);
        chairsByPrice = chairs.stream().sorted(
                Comparator.comparingInt((ChairEntry c) -> c.item().price()).thenComparingInt(c -> c.item().id()))
                .toList();
        estatesByRent = estates.stream().sorted(
                Comparator.comparingInt((EstateEntry e) -> e.item().rent()).thenComparingInt(e -> e.item().id()))
                .toList();
    }

    private static <T extends Item> Comparator<Entry<T>> byPopularity() {
        return Comparator.comparingInt((Entry<T> e) -> -e.item().popularity()).thenComparingInt(e -> e.item().id());
    }

    /** Null if no data file has such a chair. */
    public ChairEntry chair(int id) {
        return chairs.get(id);
    }

    /** Null if no data file has such an estate. */
    public EstateEntry estate(int id) {
        return estates.get(id);
    }

    /** What a search matches, drafts and sold-out chairs included, in search order. */
    public List<ChairEntry> chairsFound(Map<String, String> query, Conditions.OfChairs conditions) {
        Predicate<Chair> matches = Matching.chairs(query, conditions);
        return chairsFound.of(query, c -> matches.test(c.item()));
    }

    /** What a search matches, drafts included, in search order. */
    public List<EstateEntry> estatesFound(Map<String, String> query, Conditions.OfEstates conditions) {
        Predicate<Estate> matches = Matching.estates(query, conditions);
        return estatesFound.of(query, e -> matches.test(e.item()));
    }

    /** All estates, drafts included, in search order. */
    public List<EstateEntry> estatesByPopularity() {
        return estatesByPopularity;
    }

    /** All chairs, drafts included, cheapest first. */
    public List<ChairEntry> chairsByPrice() {
        return chairsByPrice;
    }

    /** All estates, drafts included, lowest rent first. */
    public List<EstateEntry> estatesByRent() {
        return estatesByRent;
    }

    public List<ChairEntry> entriesOfChairs(List<Chair> rows) {
        return rows.stream().map(c -> chairs.get(c.id())).toList();
    }

    public List<EstateEntry> entriesOfEstates(List<Estate> rows) {
        return rows.stream().map(e -> estates.get(e.id())).toList();
    }
}
