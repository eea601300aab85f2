package isuumo.testing;

import de.siegmar.fastcsv.writer.CsvWriter;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A multipart form with one CSV file. */
public record Upload(String contentType, byte[] body) {
    private static final String BOUNDARY = "----boundary-of-a-test";

    public static Upload chairs(List<ChairRow> rows) {
        return chairs(csv(rows, Upload::columns));
    }

    public static Upload chairs(String csv) {
        return of("chairs", csv.getBytes(StandardCharsets.UTF_8));
    }

    public static Upload estates(List<EstateRow> rows) {
        return estates(csv(rows, Upload::columns));
    }

    public static Upload estates(String csv) {
        return of("estates", csv.getBytes(StandardCharsets.UTF_8));
    }

    public static Upload of(String part, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"" + part + ".csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Upload("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    public static String csv(ChairRow row) {
        return csv(List.of(row), Upload::columns);
    }

    public static String csv(EstateRow row) {
        return csv(List.of(row), Upload::columns);
    }

    private static <T> String csv(List<T> rows, Function<T, List<?>> columns) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            rows.forEach(row -> writer.writeRecord(columns.apply(row).stream().map(Object::toString).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<?> columns(ChairRow r) {
        return List.of(r.id(), r.name(), r.description(), r.thumbnail(), r.price(), r.height(), r.width(), r.depth(),
                r.color(), r.features(), r.kind(), r.popularity(), r.stock());
    }

    private static List<?> columns(EstateRow r) {
        return List.of(r.id(), r.name(), r.description(), r.thumbnail(), r.address(), r.latitude(), r.longitude(),
                r.rent(), r.doorHeight(), r.doorWidth(), r.features(), r.popularity());
    }
}
