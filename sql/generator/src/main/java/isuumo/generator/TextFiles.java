package isuumo.generator;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of the data set that are no pictures. */
final class TextFiles {
    static final int DRAFTS_PER_FILE = 500;
    static final int DRAFT_FILES = 20;
    static final String SCHEMA = "0_Schema.sql";

    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

    private TextFiles() {}

    /** The largest files first, so that the cores finish together. */
    static List<DataFile> of(Options options) {
        ItemMaker<Chair> chairs = new ChairMaker(options.seed());
        ItemMaker<Estate> estates = new EstateMaker(options.seed());
        List<DataFile> files = new ArrayList<>();
        files.add(sql("2_DummyChairData.sql", SqlInserts.CHAIRS, options.chairs(), chairs));
        files.add(sql("1_DummyEstateData.sql", SqlInserts.ESTATES, options.estates(), estates));
        files.addAll(results("chair", options.chairs(), chairs));
        files.addAll(results("estate", options.estates(), estates));
        files.add(new DataFile(SCHEMA, out -> out.write(WordList.bytes(SCHEMA))));
        files.add(json("chair_condition.json", ConditionDocument.chairs()));
        files.add(json("estate_condition.json", ConditionDocument.estates()));
        return files;
    }

    private static <T> DataFile sql(String path, SqlInserts<T> inserts, int rows, ItemMaker<T> maker) {
        return new DataFile(path, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            inserts.write(writer, rows, maker::item);
            writer.flush();
        });
    }

    private static <T> List<DataFile> results(String kind, int rows, ItemMaker<T> maker) {
        List<DataFile> files = new ArrayList<>();
        files.add(new DataFile("result/" + kind + "_json.txt", out -> writeLines(out, 1, rows, maker)));
        int firstVerify = rows + 1;
        files.add(new DataFile("result/verify_draft_" + kind + ".txt", out -> {
            writeLine(out, maker.firstVerifyDraft(firstVerify));
            writeLines(out, firstVerify + 1, DRAFTS_PER_FILE - 1, maker);
        }));
        for (int n = 0; n < DRAFT_FILES; n++) {
            int first = firstVerify + DRAFTS_PER_FILE * (n + 1);
            files.add(new DataFile("result/draft_data/" + kind + "/" + n + ".txt",
                    out -> writeLines(out, first, DRAFTS_PER_FILE, maker)));
        }
        return files;
    }

    private static <T> void writeLines(OutputStream out, int firstId, int count, ItemMaker<T> maker)
            throws IOException {
        for (int id = firstId; id < firstId + count; id++) {
            writeLine(out, maker.item(id));
        }
    }

    private static void writeLine(OutputStream out, Object item) throws IOException {
        out.write(JSON.writeValueAsBytes(item));
        out.write('\n');
    }

    private static DataFile json(String path, Object document) {
        return new DataFile(path, out -> writeLine(out, document));
    }
}
