package isuumo.chair;

import isuumo.catalog.Conditions;
import isuumo.catalog.Criteria;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.http.Page;
import isuumo.index.Range;
import isuumo.segment.RandomHistory;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.RowChange.Updated;
import isuumo.testing.Gzip;
import isuumo.testing.Rows;
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

/** Chairs whose segments and merges no answer shows. */
class ChairHistoryTest {
    private static final int HISTORIES = 250;
    private static final List<Range> RANGES = List.of(new Range(-1, 3), new Range(3, 6), new Range(6, -1));
    private static final Conditions CONDITIONS = new Conditions(new KeptJson(new byte[]{}),
            List.of(RANGES, RANGES, RANGES, RANGES));
    private static final ChairCatalog EMPTY = ChairCatalog.of(List.of(), CONDITIONS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAnswerIsThatOfACatalogBuiltAnew(long seed) {
        for (int i = 0; i < HISTORIES; i++) {
            new History(seed * HISTORIES + i).run();
        }
    }

    private static final class History extends RandomHistory<ChairCatalog, ChairRow> {
        private static final List<Integer> IDS_AND_BEYOND = IntStream.range(-1, IDS + 12).boxed().toList();
        private static final List<String> WORDS = List.of("肘掛け", "折りたたみ", "折りたたみ肘掛け", "白", "黒", "");

        History(long seed) {
            super(seed);
        }

        /** Nearly always without learning how to compress, which takes longer than all else of a history. */
        @Override
        protected ChairCatalog build(Collection<ChairRow> rows) {
            return random.nextInt(20) == 0
                    ? ChairCatalog.of(List.copyOf(rows), CONDITIONS)
                    : EMPTY.after(RowChange.inserted(List.copyOf(rows)));
        }

        /** Few values, so that there are many ties. */
        @Override
        protected ChairRow row(int id) {
            return new ChairRow(id, "椅子" + random.nextInt(100), "", "", random.nextInt(9), random.nextInt(9),
                    random.nextInt(9), random.nextInt(9), word(random), word(random) + "," + word(random), word(random),
                    random.nextInt(5), random.nextInt(3));
        }

        private static String word(Random random) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        @Override
        protected RowChange<ChairRow> update(ChairRow before) {
            ChairRow made = row(before.id());
            var stock = new StockChanged<ChairRow>(made.id(), before.stock(), made.stock());
            boolean onlyStock = random.nextBoolean();
            truth.put(made.id(), onlyStock ? Rows.stock(before, made.stock()) : made);
            return onlyStock ? stock : new Updated<>(made, stock);
        }

        /** The last piece of a chair is sold. */
        @Override
        protected ChairCatalog own(ChairCatalog current) {
            int id = random.nextInt(IDS);
            truth.computeIfPresent(id, (_, row) -> Rows.stock(row, 0));
            return current.withSoldOut(id);
        }

        @Override
        protected UnaryOperator<ChairCatalog> step(ChairCatalog on, List<RowChange<ChairRow>> changes) {
            var prepared = on.prepare(changes);
            return current -> current.after(changes, prepared);
        }

        @Override
        protected UnaryOperator<ChairCatalog> merge(ChairCatalog on) {
            var merge = mergeOfSome(on.segments());
            return current -> current.merged(merge);
        }

        @Override
        protected ChairCatalog settled(ChairCatalog catalog) {
            return catalog.next(settled(catalog.segments()));
        }

        @Override
        protected List<String> answers(ChairCatalog catalog, Random questions) {
            List<String> answers = new ArrayList<>(List.of("size " + catalog.size()));
            IDS_AND_BEYOND.forEach(id -> answers.add(id + " " + catalog.exists(id) + " " + catalog.shows(id)));
            for (int i = 0; i < 10; i++) {
                Page page = new Page(i == 0 ? Long.MAX_VALUE : questions.nextInt(4), questions.nextInt(30));
                Criteria criteria = new Criteria(
                        new int[]{questions.nextInt(-1, 3), range(questions), range(questions), range(questions)},
                        new String[]{text(questions), text(questions)}, text(questions), page);
                answers.add(
                        Arrays.toString(criteria.rangeIds()) + Arrays.toString(criteria.values()) + criteria.features()
                                + " " + page + " " + ChairCatalogView.text(catalog.search(criteria)));
            }
            JsonText any = catalog.search(new Criteria(new int[]{-1, -1, -1, -1}, new String[]{"", ""}, ",",
                    new Page(0, 25)));
            answers.add(new String(Gzip.read(any.gzip()), StandardCharsets.UTF_8));
            answers.addAll(ChairCatalogView.of(catalog, IDS_AND_BEYOND));
            return answers;
        }

        private static int range(Random questions) {
            return questions.nextInt(4) == 0 ? questions.nextInt(3) : -1;
        }

        private static String text(Random questions) {
            return questions.nextInt(4) == 0 ? word(questions) + (questions.nextBoolean() ? "" : ",") : "";
        }
    }
}
