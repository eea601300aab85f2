package isuumo.bench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The data files of one data set (the contest's or ours: same names, same form), read whole. Immutable.
 *
 * @param chairs            every chair at the start
 * @param estates           every estate at the start
 * @param verifyChairs      the drafts that the verify phase posts; the first has stock 1
 * @param chairDrafts       the drafts of the load phase, a list a file
 * @param chairDocument     the chair condition document as it must be served
 */
public record DataSet(List<Chair> chairs, List<Estate> estates, List<Chair> verifyChairs, List<Estate> verifyEstates,
        List<List<Chair>> chairDrafts, List<List<Estate>> estateDrafts, JsonNode chairDocument,
        JsonNode estateDocument, Conditions.OfChairs chairConditions, Conditions.OfEstates estateConditions) {
    /** Number of draft files of each kind, as the contest has them. */
    public static final int DRAFT_FILES = 20;

    /** Reads a data folder; {@link BadData} if a file is missing or unreadable. */
    public static DataSet read(Path folder) {
        Path result = folder.resolve("result");
        if (!Files.isDirectory(result)) {
            throw new BadData(folder.toAbsolutePath().normalize() + " has no folder 'result': give --data a data set"
                    + " (chair_condition.json, result/chair_json.txt, ...)");
        }
        JsonNode chairDocument = document(folder.resolve("chair_condition.json"));
        JsonNode estateDocument = document(folder.resolve("estate_condition.json"));
        return new DataSet(rows(result.resolve("chair_json.txt"), Chair.class),
                rows(result.resolve("estate_json.txt"), Estate.class),
                rows(result.resolve("verify_draft_chair.txt"), Chair.class),
                rows(result.resolve("verify_draft_estate.txt"), Estate.class),
                draftFiles(result.resolve("draft_data/chair"), Chair.class),
                draftFiles(result.resolve("draft_data/estate"), Estate.class), chairDocument, estateDocument,
                Json.MAPPER.convertValue(chairDocument, Conditions.OfChairs.class),
                Json.MAPPER.convertValue(estateDocument, Conditions.OfEstates.class));
    }

    private static <T extends Item> List<List<T>> draftFiles(Path folder, Class<T> type) {
        List<List<T>> files = new ArrayList<>();
        for (int i = 0; i < DRAFT_FILES && Files.exists(folder.resolve(i + ".txt")); i++) {
            files.add(rows(folder.resolve(i + ".txt"), type));
        }
        return List.copyOf(files);
    }

    private static JsonNode document(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, 0, e);
        }
    }

    private static <T extends Item> List<T> rows(Path file, Class<T> type) {
        ObjectReader reader = Json.MAPPER.readerFor(type);
        List<T> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(reader.readValue(line));
                }
            }
        } catch (IOException e) {
            throw unreadable(file, rows.size() + 1, e);
        }
        if (rows.isEmpty()) {
            throw new BadData(file + " has no row: make or copy the data set again");
        }
        return List.copyOf(rows);
    }

    private static BadData unreadable(Path file, int line, IOException e) {
        String reason = switch (e) {
            case JsonProcessingException json -> "no readable JSON: " + json.getOriginalMessage();
            case MalformedInputException _ -> "no UTF-8 text";
            default -> Files.exists(file) ? e.toString() : "missing";
        };
        return new BadData(file + (line > 1 ? ", line " + line : "") + ": " + reason
                + "; make or copy the data set again");
    }
}
