package isuumo.bench.history;

import isuumo.bench.data.BadData;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Histories as lines of JSON, and stocks as lines of two numbers, as {@code mysql -N} prints them. */
public final class HistoryFile {
    private HistoryFile() {}

    public static void write(Path file, List<Operation> history) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Operation operation : history) {
                out.write(Json.MAPPER.writeValueAsString(operation));
                out.newLine();
            }
        }
    }

    public static List<Operation> read(Path file) throws IOException {
        List<Operation> history = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                history.add(Json.MAPPER.readValue(line, Operation.class));
            } catch (IOException e) {
                throw new BadData(file + ", line " + (history.size() + 1) + ": no operation: " + e.getMessage());
            }
        }
        return history;
    }

    public static Map<Integer, Integer> stocksOf(List<Chair> chairs) {
        return chairs.stream().collect(Collectors.toMap(Chair::id, Chair::stock));
    }

    /** {@code SELECT id, stock FROM chair}: a chair a line, two numbers with white space between them. */
    public static Map<Integer, Integer> readStocks(Path file) throws IOException {
        Map<Integer, Integer> stocks = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+");
            try {
                stocks.put(Integer.valueOf(fields[0]), Integer.valueOf(fields[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
                throw new BadData(file + ", line " + (stocks.size() + 1) + ": '" + line
                        + "' is not a chair's id and its stock");
            }
        }
        return stocks;
    }
}
