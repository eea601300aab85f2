package isuumo.bench.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Drafts as the CSV files that the contract's uploads take: no header, RFC 4180 quoting, UTF-8. */
public final class Csv {
    private Csv() {}

    public static byte[] ofChairs(List<Chair> chairs) {
        return lines(chairs,
                c -> new String[]{text(c.id()), c.name(), c.description(), c.thumbnail(), text(c.price()),
                        text(c.height()), text(c.width()), text(c.depth()), c.color(), c.features(), c.kind(),
                        text(c.popularity()), text(c.stock())});
    }

    public static byte[] ofEstates(List<Estate> estates) {
        return lines(estates,
                e -> new String[]{text(e.id()), e.name(), e.description(), e.thumbnail(), e.address(),
                        Double.toString(e.latitude()), Double.toString(e.longitude()), text(e.rent()),
                        text(e.doorHeight()), text(e.doorWidth()), e.features(), text(e.popularity())});
    }

    private static <T> byte[] lines(List<T> rows, Function<T, String[]> fields) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            rows.forEach(row -> writer.writeRecord(fields.apply(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(int value) {
        return Integer.toString(value);
    }
}
