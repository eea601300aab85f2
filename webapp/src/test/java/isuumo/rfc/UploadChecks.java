package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Forms that were cut, RFC 2046 section 5.1.1, and files that begin with a byte order mark, as spreadsheets write them. */
final class UploadChecks {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BOUNDARY = "b";
    private static final AtomicInteger NEXT_ID = new AtomicInteger(4_000_000);

    private UploadChecks() {}

    static Stream<DynamicTest> checks(int port) {
        Http http = new Http(port);
        return Stream.of("chair", "estate").flatMap(kind -> Stream.concat(
                Stream.of("--b--\r\n", "--b--", "--b--\r\nepilogue", "--b\r\n" + note("x") + "\r\n--b--")
                        .map(end -> upload(http, kind, "", end, 201)),
                Stream.concat(
                        Stream.of("--b", "--b-", "--b\r\n", "--b\r\n" + note("x"), "--b\r\n" + note("x") + "\r\n--b",
                                "")
                                .map(end -> upload(http, kind, "", end, 400)),
                        Stream.of(upload(http, kind, BYTE_ORDER_MARK, "--b--\r\n", 201),
                                upload(http, kind, BYTE_ORDER_MARK + "\r\n", "--b--\r\n", 201),
                                upload(http, kind, BYTE_ORDER_MARK + BYTE_ORDER_MARK, "--b--\r\n", 400)))));
    }

    private static String note(String text) {
        return "Content-Disposition: form-data; name=\"note\"\r\n\r\n" + text;
    }

    private static DynamicTest upload(Http http, String kind, String start, String end, int status) {
        String shown = (start + " … " + end).replace("\r\n", "\\r\\n").replace(BYTE_ORDER_MARK, "BOM");
        return dynamicTest(kind + ": " + shown, () -> {
            int id = NEXT_ID.getAndIncrement();
            String line = kind.equals("chair") ? Upload.csv(Rows.chair(id)) : Upload.csv(Rows.estate(id));
            String form = "--b\r\nContent-Disposition: form-data; name=\"" + kind + "s\"; filename=\"x.csv\"\r\n\r\n"
                    + start
                    + line.strip() + "\r\n" + end;
            Answer answer = http.post("/api/" + kind, new Upload("multipart/form-data; boundary=" + BOUNDARY,
                    form.getBytes(StandardCharsets.UTF_8)));
            assertEquals(status, answer.status(), answer::text);
            Answer shownRow = http.get("/api/" + kind + "/" + id);
            assertEquals(status == 201 ? 200 : 404, shownRow.status());
        });
    }
}
