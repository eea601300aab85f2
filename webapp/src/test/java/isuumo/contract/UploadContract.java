package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.TestDatabase;
import isuumo.testing.Upload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What both uploads promise: every row is stored and shown, or none.
 *
 * <p>A file that is refused has a good row before and after the bad one; afterwards neither may be there.
 */
abstract class UploadContract {
    private static final int MAX_BYTES = 8 << 20;
    private static final int DESCRIPTION_COLUMN = 2;

    final Http http;
    private final TestDatabase database;
    private final String kind;

    /** @param kind {@code chair} or {@code estate}: the table, the path and, with an s, the part */
    UploadContract(Http http, TestDatabase database, String kind) {
        this.http = http;
        this.database = database;
        this.kind = kind;
    }

    /** One CSV line of a good row, unquoted fields. */
    abstract List<String> fields(int id);

    abstract String expectedJson(int id, String name, String description);

    /** Positions of the integer columns. */
    abstract List<Integer> integerColumns();

    /** Position and length in characters of a text column. */
    record TextColumn(int position, int maxChars) {}

    abstract List<TextColumn> textColumns();

    private String part() {
        return kind + "s";
    }

    private static String line(List<String> fields) {
        return fields.stream().map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    String good(int id) {
        return line(fields(id));
    }

    String with(int id, int column, String value) {
        List<String> fields = new ArrayList<>(fields(id));
        fields.set(column, value);
        return line(fields);
    }

    Answer upload(String csv) {
        return http.post("/api/" + kind, Upload.of(part(), csv.getBytes(StandardCharsets.UTF_8)));
    }

    Answer detail(int id) {
        return http.get("/api/" + kind + "/" + id);
    }

    private long storedRows() {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM isuumo." + kind)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a good row, the given lines, a good row; none of them may be stored or shown. */
    Answer refused(int status, String badLines) {
        long before = storedRows();
        Answer answer = upload(good(2_000_001) + badLines + good(2_000_002)).expectError(status);
        detail(2_000_001).expectError(404);
        detail(2_000_002).expectError(404);
        assertEquals(before, storedRows());
        return answer;
    }

    @Test
    void everyRowIsShownAtOnce() {
        String csv = IntStream.range(3_000_000, 3_000_500).mapToObj(this::good).collect(Collectors.joining());
        long before = storedRows();
        upload(csv).expectEmpty(201);
        assertEquals(before + 500, storedRows());
        for (int id = 3_000_000; id < 3_000_500; id++) {
            detail(id).expectJson(expectedJson(id, fields(id).get(1), fields(id).get(DESCRIPTION_COLUMN)));
        }
    }

    @Test
    void quotesCommasAndNewlinesInsideQuotesAreText() {
        String description = "a \"quoted\", 'comma'd' text\nof two lines\r\nand {braces} \\ % _ ; -- \u3042 \uD83D\uDE00\t";
        upload(with(3_001_000, DESCRIPTION_COLUMN, description)).expectEmpty(201);
        detail(3_001_000).expectJson(expectedJson(3_001_000, fields(3_001_000).get(1), description));
    }

    @Test
    void linesMayEndWithoutCarriageReturnAndTheLastWithoutEither() {
        upload((good(3_001_001) + good(3_001_002)).replace("\r\n", "\n").strip()).expectEmpty(201);
        detail(3_001_001).expect(200);
        detail(3_001_002).expect(200);
    }

    @Test
    void aFileWithoutRowsStoresNone() {
        long before = storedRows();
        upload("").expectEmpty(201);
        upload("\r\n\r\n").expectEmpty(201);
        assertEquals(before, storedRows());
    }

    @Test
    void otherPartsArePassedOver() {
        String body = "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--b\r\n"
                + "content-disposition: FORM-DATA; filename=x; name=" + part() + "\r\n\r\n" + good(3_001_003)
                + "\r\n--b--\r\n";
        post("multipart/form-data; charset=utf-8; boundary=\"b\"", body).expectEmpty(201);
        detail(3_001_003).expect(200);
    }

    private Answer post(String contentType, String body) {
        return http.post("/api/" + kind, new Upload(contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMissingOrAnExtraColumnIs400() {
        List<String> fields = fields(2_000_003);
        refused(400, line(fields.subList(0, fields.size() - 1)));
        refused(400, line(Stream.concat(fields.stream(), Stream.of("x")).toList()));
        refused(400, line(Stream.concat(fields.stream(), Stream.of("")).toList()));
        refused(400, "2000003\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "1.0", "1e3", " 1", "1 ", "0x10", "2147483648", "-2147483649",
            "9223372036854775808", "NaN", "１"})
    void whatIsNoIntegerOf32BitsIs400(String value) {
        integerColumns().forEach(column -> refused(400, with(2_000_003, column, value)));
    }

    @Test
    void aTextLongerThanItsColumnIs400OneAsLongIsStored() {
        int id = 3_002_000;
        for (TextColumn column : textColumns()) {
            refused(400, with(2_000_003, column.position(), "x".repeat(column.maxChars() + 1)));
            refused(400, with(2_000_003, column.position(), "😀".repeat(column.maxChars() + 1)));
            upload(with(id, column.position(), "😀".repeat(column.maxChars()))).expectEmpty(201);
            detail(id++).expect(200);
        }
    }

    @Test
    void whatIsNotUtf8Is400() {
        byte[] shiftJis = good(2_000_003).replace(fields(2_000_003).get(1), "椅子")
                .getBytes(Charset.forName("Shift_JIS"));
        http.post("/api/" + kind, Upload.of(part(), shiftJis)).expectError(400);
        detail(2_000_003).expectError(404);
    }

    @Test
    void brokenQuotingIs400() {
        refused(400, good(2_000_003).replaceFirst("\"\r\n", "\r\n"));
        refused(400, good(2_000_003).replaceFirst("\",", "\"x,"));
        upload(good(2_000_001) + "\"2000003").expectError(400);
        detail(2_000_001).expectError(404);
    }

    @Test
    void anIdThatExistsIs409() {
        String said = refused(409, good(1)).json().get("error").textValue();
        assertTrue(said.endsWith(" of the file exists already, or is there twice: id 1; nothing was stored"), said);
        upload(good(3_001_005)).expectEmpty(201);
        refused(409, good(3_001_005));
    }

    @Test
    void anIdTwiceInTheFileIs409() {
        refused(409, good(2_000_003) + good(2_000_003));
        refused(409, good(2_000_003) + with(2_000_003, 0, "0002000003"));
    }

    static List<String> bodiesThatAreNoForm() {
        return List.of("", "x", "--b", "--b--\r\n", "--b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"PART\"\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"PART\"\r\n\r\nCSV", // no closing boundary
                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nCSV\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\nCSV\r\n--b--\r\n",
                "--b\r\n\r\nCSV\r\n--b--\r\n",
                "--c\r\nContent-Disposition: form-data; name=\"PART\"\r\n\r\nCSV\r\n--c--\r\n");
    }

    @ParameterizedTest
    @MethodSource("bodiesThatAreNoForm")
    void aFormWithoutThePartIs400(String form) {
        post("multipart/form-data; boundary=b", form.replace("PART", part()).replace("CSV", good(2_000_003)))
                .expectError(400);
        detail(2_000_003).expectError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json", "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/mixed; boundary=----boundary-of-a-test", "x"})
    void anotherContentTypeIs400(String contentType) {
        byte[] body = Upload.of(part(), good(2_000_003).getBytes(StandardCharsets.UTF_8)).body();
        http.post("/api/" + kind, new Upload(contentType, body)).expectError(400);
        detail(2_000_003).expectError(404);
    }

    @Test
    void noBodyAtAllIs400() {
        http.post("/api/" + kind).expectError(400);
    }

    @Test
    void overEightMebibytesIs413DeclaredOrChunked() {
        Upload upload = Upload.of(part(), "x".repeat(MAX_BYTES).getBytes(StandardCharsets.UTF_8));
        http.post("/api/" + kind, upload).expectError(413);
        http.postChunked("/api/" + kind, upload.contentType(), upload.body()).expectError(413);
        detail(1).expect(200);
    }

    @Test
    void aFileOfAlmostEightMebibytesIsStored() {
        int first = 4_000_000;
        String description = "椅".repeat(4096);
        int lines = MAX_BYTES / (with(first, DESCRIPTION_COLUMN, description).getBytes(StandardCharsets.UTF_8).length)
                - 1;
        String csv = IntStream.range(first, first + lines)
                .mapToObj(id -> with(id, DESCRIPTION_COLUMN, description)).collect(Collectors.joining());
        Upload upload = Upload.of(part(), csv.getBytes(StandardCharsets.UTF_8));
        http.postChunked("/api/" + kind, upload.contentType(), upload.body()).expectEmpty(201);
        detail(first + lines - 1)
                .expectJson(expectedJson(first + lines - 1, fields(first).get(1), description));
    }
}
