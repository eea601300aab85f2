package isuumo.bench.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import isuumo.bench.data.BadData;
import isuumo.bench.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two files of a report folder: {@code result.json} and {@code index.html}. */
public final class ResultFiles {
    private static final String RESULT = "result.json";

    private ResultFiles() {}

    public static void write(Path folder, Result result) throws IOException {
        Files.createDirectories(folder);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Json.MAPPER.writer(printer).writeValue(folder.resolve(RESULT).toFile(), result);
        Files.writeString(folder.resolve("index.html"), HtmlReport.of(result));
    }

    /** Reads a result file, or the one in a report folder. */
    public static Result read(Path fileOrFolder) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(RESULT) : fileOrFolder;
        try {
            return Json.MAPPER.readValue(file.toFile(), Result.class);
        } catch (IOException e) {
            String reason = Files.exists(file) ? e.getMessage().lines().findFirst().orElse("unreadable") : "missing";
            throw new BadData(file + ": " + reason + "; give a folder that 'run --report' has written");
        }
    }
}
