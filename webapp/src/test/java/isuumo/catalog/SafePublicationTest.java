package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.chair.ChairCatalog;
import isuumo.chair.Chairs;
import isuumo.cluster.PeerLease;
import isuumo.estate.EstateCatalog;
import isuumo.estate.Estates;
import isuumo.http.KeptJson;
import isuumo.http.Readiness;
import isuumo.index.Range;
import isuumo.segment.Merger;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.table.RowChange;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What no stress can show on x86, which reorders neither loads nor stores: that readers without a lock see an object as its
 * constructor left it. Final fields give that to everybody who comes by the object (Java Language Specification, 17.5), so
 * all fields are final but those that are named here.
 */
class SafePublicationTest {
    private static final Conditions ANY = new Conditions(new KeptJson(new byte[0]),
            Collections.nCopies(4, List.of(new Range(-1, -1))));

    /**
     * A walk belongs to one thread at a time: taken by an atomic exchange, given back with release. The bits that a coder
     * begins with are behind a final field, and written by its constructor alone.
     */
    private static final Set<String> NOT_SHARED_OR_NOT_WRITTEN = Set.of("isuumo.gzip.WritingWalk",
            "isuumo.gzip.BitOutput");

    private static ChairRow chair(int id) {
        return new ChairRow(id, "chair", "", "", 1000, 50, 50, 50, "red", "soft", "stool", id, 1);
    }

    private static EstateRow estate(int id) {
        return new EstateRow(id, "estate", "", "", "", 35, 139, 1000, 50, 50, "garden", id);
    }

    /** With two segments, one of which has changed, and an answer compressed. */
    private static <R, C extends Catalog<R, ?, ?, C>> C used(C first, R other) {
        C catalog = first.withSoldOut(1).after(RowChange.inserted(List.of(other)));
        catalog.lowPriced().gzip();
        IntStream.range(0, 2).forEach(_ -> catalog.counted(List.of()).gzip()); // the second is kept
        return catalog;
    }

    @Test
    void whatACatalogReachesIsFinalButForWhatIsCompressedWhenItIsAskedFor() {
        Set<Field> fields = new Reached(used(ChairCatalog.of(List.of(chair(1), chair(2)), ANY), chair(3)),
                used(EstateCatalog.of(List.of(estate(1), estate(2)), ANY), estate(3))).fields();
        assertEquals(Set.of("KeptJson.gzip", "Part.coded"), names(fields, SafePublicationTest::isNotFinal));
        assertEquals(Set.of("Part.coded"), names(fields, SafePublicationTest::isPlain), "written with release");
    }

    @Test
    void whatHoldsACatalogOrAPositionIsFinalOrVolatileOrOnlyReadUnderItsLock() {
        Stream<Class<?>> holders = Stream.of(Published.class, CatalogPosition.class, Arrivals.class, WriteGate.class,
                WritePath.class, Merger.class, Items.class, Chairs.class, Estates.class, PeerLease.class,
                Readiness.class);
        Set<Field> fields = holders.flatMap(SafePublicationTest::instanceFields).collect(Collectors.toSet());
        assertEquals(Set.of("CatalogPosition.everBuilt"), names(fields, SafePublicationTest::isPlain));
    }

    @Test
    void aFieldThatIsFilledLaterIsFound() {
        class Lazy {
            private String text;
        }
        Lazy lazy = new Lazy();
        lazy.text = "later";
        assertEquals(Set.of("Lazy.text"), names(new Reached(Map.of(1, List.of(lazy))).fields(),
                SafePublicationTest::isPlain));
    }

    private static Set<String> names(Set<Field> fields, Predicate<Field> which) {
        return fields.stream().filter(which)
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNotFinal(Field field) {
        return !Modifier.isFinal(field.getModifiers());
    }

    private static boolean isPlain(Field field) {
        return isNotFinal(field) && !Modifier.isVolatile(field.getModifiers());
    }

    private static Stream<Field> instanceFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** This project's objects that can be got at from some, through arrays and the JDK's collections too. */
    private static final class Reached {
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<Object> todo = new ArrayDeque<>();
        private final Set<Field> fields = new HashSet<>();

        Reached(Object... roots) {
            Stream.of(roots).forEach(this::add);
            while (!todo.isEmpty()) {
                visit(todo.remove());
            }
        }

        Set<Field> fields() {
            return fields;
        }

        private void add(Object object) {
            if (object != null && !NOT_SHARED_OR_NOT_WRITTEN.contains(object.getClass().getName())
                    && seen.add(object)) {
                todo.add(object);
            }
        }

        private void visit(Object object) {
            switch (object) {
                case Object[] array -> Stream.of(array).forEach(this::add);
                case Collection<?> collection -> collection.forEach(this::add);
                case Map<?, ?> map -> map.values().forEach(this::add);
                case AtomicReferenceArray<?> array ->
                    IntStream.range(0, array.length()).mapToObj(array::get).forEach(this::add);
                default -> visitFields(object);
            }
        }

        private void visitFields(Object object) {
            for (Class<?> type = object.getClass(); type.getName().startsWith("isuumo."); type = type.getSuperclass()) {
                instanceFields(type).forEach(field -> {
                    fields.add(field);
                    field.setAccessible(true);
                    try {
                        add(field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
            }
        }
    }
}
