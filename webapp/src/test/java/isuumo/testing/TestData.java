package isuumo.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import isuumo.generator.DataSet;
import isuumo.generator.Options;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real data set, made once under {@code target/}, and the truth about its rows. */
public final class TestData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TestData instance;

    private final Path directory;
    private final List<ChairRow> chairs;
    private final List<EstateRow> estates;

    private TestData() throws IOException {
        directory = BuildDirectory.resolve("data");
        DataSet.generate(directory, Options.defaults().withoutImages());
        chairs = read("result/chair_json.txt", ChairRow.class);
        estates = read("result/estate_json.txt", EstateRow.class);
    }

    public static synchronized TestData get() {
        if (instance == null) {
            try {
                instance = new TestData();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return instance;
    }

    public Path directory() {
        return directory;
    }

    /** The initial rows by id: the chair of id n is at n - 1. */
    public List<ChairRow> chairs() {
        return chairs;
    }

    /** The initial rows by id: the estate of id n is at n - 1. */
    public List<EstateRow> estates() {
        return estates;
    }

    public ChairRow chair(int id) {
        return chairs.get(id - 1);
    }

    public EstateRow estate(int id) {
        return estates.get(id - 1);
    }

    /** 500 rows that are not in the database yet, such as {@code chairDrafts(0)}; ids differ from file to file. */
    public List<ChairRow> chairDrafts(int file) throws IOException {
        return read("result/draft_data/chair/" + file + ".txt", ChairRow.class);
    }

    public List<EstateRow> estateDrafts(int file) throws IOException {
        return read("result/draft_data/estate/" + file + ".txt", EstateRow.class);
    }

    private <T> List<T> read(String file, Class<T> type) throws IOException {
        try (var rows = JSON.readerFor(type).<T>readValues(directory.resolve(file).toFile())) {
            return List.copyOf(rows.readAll());
        }
    }

    /** The document as it lies in the data directory. */
    public byte[] file(String name) throws IOException {
        return Files.readAllBytes(directory.resolve(name));
    }
}
