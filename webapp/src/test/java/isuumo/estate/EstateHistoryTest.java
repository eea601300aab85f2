package isuumo.estate;

import isuumo.catalog.Conditions;
import isuumo.catalog.Criteria;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.http.Page;
import isuumo.index.Point;
import isuumo.index.Range;
import isuumo.index.Ring;
import isuumo.segment.RandomHistory;
import isuumo.table.EstateRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Updated;
import isuumo.testing.Gzip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estates whose segments and merges no answer shows. */
class EstateHistoryTest {
    private static final int HISTORIES = 250;
    private static final List<Range> RANGES = List.of(new Range(-1, 3), new Range(3, 6), new Range(6, -1));
    private static final Conditions CONDITIONS = new Conditions(new KeptJson(new byte[]{}),
            List.of(RANGES, RANGES, RANGES));
    private static final EstateCatalog EMPTY = EstateCatalog.of(List.of(), CONDITIONS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAnswerIsThatOfACatalogBuiltAnew(long seed) {
        for (int i = 0; i < HISTORIES; i++) {
            new History(seed * HISTORIES + i).run();
        }
    }

    private static final class History extends RandomHistory<EstateCatalog, EstateRow> {
        private static final List<Integer> IDS_AND_BEYOND = IntStream.range(-1, IDS + 12).boxed().toList();
        private static final List<String> WORDS = List.of("駅近", "駅近く", "ペット可", "オートロック", "");

        History(long seed) {
            super(seed);
        }

        /** Nearly always without learning how to compress, which takes longer than all else of a history. */
        @Override
        protected EstateCatalog build(Collection<EstateRow> rows) {
            return random.nextInt(20) == 0
                    ? EstateCatalog.of(List.copyOf(rows), CONDITIONS)
                    : EMPTY.after(RowChange.inserted(List.copyOf(rows)));
        }

        /** Few values, so that there are many ties. */
        @Override
        protected EstateRow row(int id) {
            return new EstateRow(id, "物件" + random.nextInt(100), "", "", "", 30 + random.nextInt(9),
                    130 + random.nextInt(9), random.nextInt(9), random.nextInt(9), random.nextInt(9),
                    word(random) + "," + word(random), random.nextInt(5));
        }

        private static String word(Random random) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        @Override
        protected RowChange<EstateRow> update(EstateRow before) {
            truth.put(before.id(), row(before.id()));
            return new Updated<>(truth.get(before.id()), null);
        }

        @Override
        protected UnaryOperator<EstateCatalog> step(EstateCatalog on, List<RowChange<EstateRow>> changes) {
            var prepared = on.prepare(changes);
            return current -> current.after(changes, prepared);
        }

        @Override
        protected UnaryOperator<EstateCatalog> merge(EstateCatalog on) {
            var merge = mergeOfSome(on.segments());
            return current -> current.merged(merge);
        }

        @Override
        protected EstateCatalog settled(EstateCatalog catalog) {
            return catalog.next(settled(catalog.segments()));
        }

        @Override
        protected List<String> answers(EstateCatalog catalog, Random questions) {
            List<String> answers = new ArrayList<>(List.of("size " + catalog.size()));
            IDS_AND_BEYOND.forEach(id -> answers.add(id + " " + catalog.exists(id)));
            for (int i = 0; i < 10; i++) {
                Page page = new Page(i == 0 ? Long.MAX_VALUE : questions.nextInt(4), questions.nextInt(30));
                Criteria criteria = new Criteria(
                        new int[]{questions.nextInt(-1, 3), range(questions), range(questions)}, new String[0],
                        questions.nextBoolean() ? word(questions) + "," : "", page);
                answers.add(
                        Arrays.toString(criteria.rangeIds()) + Arrays.toString(criteria.values()) + criteria.features()
                                + " " + page + " " + EstateCatalogView.text(catalog.search(criteria)));
                answers.add(EstateCatalogView.text(catalog.passing(questions.nextInt(9), questions.nextInt(9))));
                answers.add(EstateCatalogView.text(catalog.nazotte(triangle(questions))));
            }
            JsonText any = catalog.search(new Criteria(new int[]{-1, -1, -1}, new String[0], ",", new Page(0, 25)));
            answers.add(new String(Gzip.read(any.gzip()), StandardCharsets.UTF_8));
            answers.addAll(EstateCatalogView.of(catalog, IDS_AND_BEYOND));
            return answers;
        }

        private static int range(Random questions) {
            return questions.nextInt(4) == 0 ? questions.nextInt(3) : -1;
        }

        private static Ring triangle(Random questions) {
            List<Point> corners = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                corners.add(new Point(questions.nextDouble(28, 42), questions.nextDouble(128, 142)));
            }
            corners.add(corners.getFirst());
            return new Ring(corners);
        }
    }
}
