package isuumo.bench.fault;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Estate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The rows of an upload's one part. */
final class UploadedRows {
    private UploadedRows() {}

    static List<Chair> chairs(byte[] multipart) {
        return rows(multipart,
                r -> new Chair(number(r, 0), r.getField(1), r.getField(2), r.getField(3), number(r, 4), number(r, 5),
                        number(r, 6), number(r, 7), r.getField(8), r.getField(9), r.getField(10), number(r, 11),
                        number(r, 12)));
    }

    static List<Estate> estates(byte[] multipart) {
        return rows(multipart,
                r -> new Estate(number(r, 0), r.getField(3), r.getField(1), r.getField(2),
                        Double.parseDouble(r.getField(5)), Double.parseDouble(r.getField(6)), r.getField(4),
                        number(r, 7), number(r, 8), number(r, 9), r.getField(10), number(r, 11)));
    }

    private static <T> List<T> rows(byte[] multipart, Function<CsvRecord, T> rowOf) {
        String body = new String(multipart, StandardCharsets.UTF_8);
        String csv = body.substring(body.indexOf("\r\n\r\n") + 4, body.lastIndexOf("\r\n--"));
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
            return records.stream().map(rowOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(CsvRecord csv, int index) {
        return Integer.parseInt(csv.getField(index));
    }
}
