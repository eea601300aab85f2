package isuumo.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import isuumo.bench.data.BadData;
import isuumo.bench.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two files of a report folder: {@code result.json} and {@code index.html}. */
public final class ResultFiles {
    private static final String RESULT = "result.json";

    private ResultFiles() {}

    public static void write(Path folder, Result result) throws IOException {
        writeResult(folder, result);
        Files.writeString(folder.resolve("index.html"), HtmlReport.of(result, Panels.NONE));
    }

    /** Without a page. */
    public static void writeResult(Path folder, Result result) throws IOException {
        Files.createDirectories(folder);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Json.MAPPER.writer(printer).writeValue(folder.resolve(RESULT).toFile(), result);
    }

    /** Reads a result file, or the one in a report folder. */
    public static Result read(Path fileOrFolder) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(RESULT) : fileOrFolder;
        try {
            return whole(file, Json.MAPPER.readValue(file.toFile(), Result.class));
        } catch (JsonProcessingException e) {
            throw notOne(file, "damaged, or no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw notOne(file, Files.exists(file) ? "unreadable: " + e.getMessage() : "missing");
        }
    }

    /** JSON of something else lacks what every result has. */
    private static Result whole(Path file, Result result) {
        Map<String, Object> needed = new LinkedHashMap<>();
        if (result != null) {
            needed.put("reason", result.reason());
            needed.put("target", result.target());
            needed.put("startedAt", result.startedAt());
            needed.put("errors", result.errors());
            needed.put("cpuSeconds", result.cpuSeconds());
            needed.put("messages", result.messages());
            needed.put("endpoints", result.endpoints());
            needed.put("samples", result.samples());
            needed.put("machine", result.machine());
        }
        List<String> lacking = needed.keySet().stream().filter(name -> needed.get(name) == null).toList();
        if (result == null || !lacking.isEmpty()) {
            throw notOne(file, "no result of this benchmark: it lacks " + String.join(", ", lacking));
        }
        return result;
    }

    private static BadData notOne(Path file, String reason) {
        return new BadData(file + ": " + reason + "; give a folder that 'run --report' has written");
    }
}
