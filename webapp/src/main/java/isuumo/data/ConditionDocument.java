package isuumo.data;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isuumo.index.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A search condition document: served as it is, and the source of the ranges that a range id names. Immutable. */
public final class ConditionDocument {
    private final Path file;
    private final byte[] bytes;
    private final JsonNode root;

    private ConditionDocument(Path file, byte[] bytes, JsonNode root) {
        this.file = file;
        this.bytes = bytes;
        this.root = root;
    }

    static ConditionDocument read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new ConditionDocument(file, bytes, new ObjectMapper().readTree(bytes));
        } catch (JacksonException e) {
            throw new InvalidDataException(file + " is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidDataException(file + " is unreadable: " + e.getMessage());
        }
    }

    /** The document's bytes, unchanged; not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The ranges of one attribute; a range id is a position in this list.
     *
     * @throws InvalidDataException when the document has no such ranges
     */
    public List<Range> ranges(String attribute) {
        JsonNode ranges = root.path(attribute).path("ranges");
        if (!ranges.isArray() || ranges.isEmpty()) {
            throw new InvalidDataException(file + " has no array " + attribute + ".ranges");
        }
        List<Range> list = new ArrayList<>();
        for (JsonNode range : ranges) {
            if (!range.path("min").isInt() || !range.path("max").isInt()) {
                throw new InvalidDataException(file + ": " + attribute + ".ranges[" + list.size() + "] is " + range
                        + "; it needs whole numbers min and max");
            }
            list.add(new Range(range.get("min").intValue(), range.get("max").intValue()));
        }
        return List.copyOf(list);
    }
}
