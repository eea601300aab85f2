package isuumo.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import isuumo.table.Column;
import isuumo.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Encodes one item as a JSON object, keys in the order they are written. Confined to one thread; used once. */
public final class JsonItem {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build(); // emoji as UTF-8, not as escapes
    /** Where Go's encoder changes to exponents. */
    private static final double MIN_PLAIN = 1e-6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator generator;

    /** A row of a table, as the contract sends it. */
    public static <R> byte[] of(Table<R> table, R row) {
        JsonItem item = new JsonItem();
        for (Column<R> column : table.sent()) {
            switch (column) {
                case Column.Whole<R> whole -> item.put(column.key(), whole.of().applyAsInt(row));
                case Column.Real<R> real -> item.put(column.key(), real.of().applyAsDouble(row));
                case Column.Text<R> text -> item.put(column.key(), text.of().apply(row));
            }
        }
        return item.toBytes();
    }

    public JsonItem() {
        try {
            generator = FACTORY.createGenerator(bytes);
            generator.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonItem put(String key, String value) {
        try {
            generator.writeStringField(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public JsonItem put(String key, int value) {
        try {
            generator.writeNumberField(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public JsonItem put(String key, boolean value) {
        try {
            generator.writeBooleanField(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The shortest digits that parse back to the same value: 35 rather than 35.0, 0.0001 rather than 1.0E-4. */
    public JsonItem put(String key, double value) {
        try {
            generator.writeFieldName(key);
            generator.writeNumber(shortest(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    static String shortest(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Math.abs(value) < MIN_PLAIN ? digits.toString() : digits.toPlainString();
    }

    public byte[] toBytes() {
        try {
            generator.writeEndObject();
            generator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
