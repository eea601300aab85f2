package isuumo.bench.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import isuumo.bench.data.Item;
import isuumo.bench.data.Json;
import isuumo.bench.http.Reply;
import isuumo.bench.truth.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads items and lists of items, and tells whether they equal the data. Each item is really parsed once; from then on
 * its bytes are compared with the bytes proven equal ({@link Entry#matchAt}), which costs a memory comparison. Any valid
 * JSON passes, whatever its white space, key order or escapes; an unusual form is just slower. Thread-safe.
 */
public final class AnswerReader<T extends Item, E extends Entry<T>> {
    private final String arrayKey;
    private final ObjectReader itemReader;
    private final ObjectReader elementReader;
    private final IntFunction<E> lookup;

    /** {@code lookup} gives null for an id that no data file has. */
    public AnswerReader(String arrayKey, Class<T> type, IntFunction<E> lookup) {
        this.arrayKey = arrayKey;
        this.itemReader = Json.MAPPER.readerFor(type);
        this.elementReader = itemReader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.lookup = lookup;
    }

    /** Whether the body is exactly this item. */
    public boolean isItem(Reply reply, E expected) throws Unreadable {
        int length = expected.matchAt(reply.bytes(), reply.from(), reply.to());
        if (length == reply.to() - reply.from()) {
            return true;
        }
        try {
            T item = itemReader.readValue(reply.bytes(), reply.from(), reply.to() - reply.from());
            boolean same = item != null && expected.item().sameOnWire(item);
            if (same) {
                expected.proven(reply.bytes(), reply.from(), reply.to());
            }
            return same;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public Listing<E> list(Reply reply) throws Unreadable {
        Listing<E> quick = new QuickListReader<>(reply.bytes(), reply.from(), reply.to(), arrayKey, lookup,
                this::prove).read();
        if (quick != null) {
            return quick;
        }
        try {
            return parse(reply);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int prove(E entry, byte[] bytes, int from, int to) {
        try (JsonParser parser = Json.MAPPER.createParser(bytes, from, to - from)) {
            T item = elementReader.readValue(parser);
            int length = (int) parser.currentLocation().getByteOffset();
            if (!entry.item().sameOnWire(item) || bytes[from + length - 1] != '}') {
                return -1;
            }
            entry.proven(bytes, from, from + length);
            return length;
        } catch (IOException _) {
            return -1; // the whole answer's parser will say what is wrong
        }
    }

    private Listing<E> parse(Reply reply) throws IOException, Unreadable {
        long count = -1;
        Rows rows = null;
        try (JsonParser parser = Json.MAPPER.createParser(reply.bytes(), reply.from(), reply.to() - reply.from())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("the body is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("count") && value == JsonToken.VALUE_NUMBER_INT) {
                    count = parser.getLongValue();
                } else if (key.equals(arrayKey)) {
                    rows = rows(parser, reply, value);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new Unreadable("the body goes on after its JSON object");
            }
        }
        if (rows == null) {
            throw new Unreadable("the body has no list '" + arrayKey + "'");
        }
        return new Listing<>(count, rows.entries, rows.unknownId, rows.altered);
    }

    /** The rows of a list while it is read. */
    private final class Rows {
        private final List<E> entries = new ArrayList<>();
        private Integer unknownId;
        private E altered;

        private void add(T item, byte[] bytes, int from, int to) {
            E entry = lookup.apply(item.id());
            if (entry == null) {
                unknownId = item.id();
                return;
            }
            entries.add(entry);
            if (!entry.item().sameOnWire(item)) {
                altered = altered == null ? entry : altered;
            } else if (bytes[from] == '{' && bytes[to - 1] == '}') {
                entry.proven(bytes, from, to);
            }
        }
    }

    private Rows rows(JsonParser parser, Reply reply, JsonToken first) throws IOException, Unreadable {
        Rows rows = new Rows();
        if (first == JsonToken.VALUE_NULL) {
            return rows; // the contest's client reads null as an empty list; its verify phase does not let it pass
        }
        if (first != JsonToken.START_ARRAY) {
            throw new Unreadable("'" + arrayKey + "' is no list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = reply.from() + (int) parser.currentTokenLocation().getByteOffset();
            T item = elementReader.readValue(parser);
            if (item == null) {
                throw new Unreadable("'" + arrayKey + "' holds a null");
            }
            int to = reply.from() + (int) parser.currentLocation().getByteOffset();
            rows.add(item, reply.bytes(), from, to);
        }
        return rows;
    }

    private static Unreadable unreadable(IOException e) {
        String text = e instanceof com.fasterxml.jackson.core.JsonProcessingException json
                ? json.getOriginalMessage()
                : e.getMessage();
        return new Unreadable("unreadable JSON: " + text);
    }
}
