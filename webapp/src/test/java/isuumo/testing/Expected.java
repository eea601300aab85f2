package isuumo.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The contract's answers for given rows, byte for byte. */
public final class Expected {
    /** The order of every search. */
    public static final Comparator<ChairRow> CHAIR_RANK = Comparator.comparingInt(ChairRow::popularity).reversed()
            .thenComparing(ChairRow::id);
    public static final Comparator<EstateRow> ESTATE_RANK = Comparator.comparingInt(EstateRow::popularity).reversed()
            .thenComparing(EstateRow::id);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Expected() {}

    public static String chair(ChairRow row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", row.id());
        keys.put("name", row.name());
        keys.put("description", row.description());
        keys.put("thumbnail", row.thumbnail());
        keys.put("price", row.price());
        keys.put("height", row.height());
        keys.put("width", row.width());
        keys.put("depth", row.depth());
        keys.put("color", row.color());
        keys.put("features", row.features());
        keys.put("kind", row.kind());
        return text(keys);
    }

    public static String estate(EstateRow row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", row.id());
        keys.put("thumbnail", row.thumbnail());
        keys.put("name", row.name());
        keys.put("description", row.description());
        keys.put("latitude", shortest(row.latitude()));
        keys.put("longitude", shortest(row.longitude()));
        keys.put("address", row.address());
        keys.put("rent", row.rent());
        keys.put("doorHeight", row.doorHeight());
        keys.put("doorWidth", row.doorWidth());
        keys.put("features", row.features());
        return text(keys);
    }

    private static BigDecimal shortest(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }

    private static String text(Map<String, Object> keys) {
        try {
            return JSON.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String chairs(List<ChairRow> rows) {
        return "{\"chairs\":" + chairArray(rows) + "}";
    }

    public static String chairs(int count, List<ChairRow> rows) {
        return "{\"count\":" + count + ",\"chairs\":" + chairArray(rows) + "}";
    }

    private static String chairArray(List<ChairRow> rows) {
        return rows.stream().map(Expected::chair).collect(Collectors.joining(",", "[", "]"));
    }

    public static String estates(List<EstateRow> rows) {
        return "{\"estates\":" + estateArray(rows) + "}";
    }

    public static String estates(int count, List<EstateRow> rows) {
        return "{\"count\":" + count + ",\"estates\":" + estateArray(rows) + "}";
    }

    private static String estateArray(List<EstateRow> rows) {
        return rows.stream().map(Expected::estate).collect(Collectors.joining(",", "[", "]"));
    }
}
