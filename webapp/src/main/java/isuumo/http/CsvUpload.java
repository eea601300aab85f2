package isuumo.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import isuumo.table.Table;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;

/**
 * A CSV file without header, uploaded as one part of a multipart form of at most 8 MiB.
 *
 * <p>It is decoded as it is parsed: what is in memory at once is the form, or the part and the rows of it.
 */
public final class CsvUpload {
    public static final int MAX_BYTES = 8 << 20;
    /**
     * Of a row as it is sent, so that a page of 1000 has at most 20 MiB: 4,480 characters of four bytes fit into the columns, and
     * 400 bytes are keys and numbers. Only a row of many control characters has more, six bytes each.
     */
    public static final int MAX_ROW_BYTES = 20 << 10;
    /** Of all rows as they are sent: of a file whose every second character is a quote or a new line. */
    public static final int MAX_JSON_BYTES = 2 * MAX_BYTES;
    /** Spreadsheets write it before the first field. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int BUFFER_BYTES = 4096;
    /** Of a field in the file; the longest that is let in has a quarter. */
    private static final int MAX_FIELD_CHARS = 64 << 10;

    private CsvUpload() {}

    /** How many bytes of the request {@link #read} may take: as many as it declares, or else the most that are taken. */
    public static long maxBytes(ServerRequest request) {
        return Math.min(request.headers().contentLength().orElse(MAX_BYTES), MAX_BYTES);
    }

    /**
     * Reads every row of the part, which is named after the table: {@code chairs}.
     *
     * @throws ApiError 400 when the part is missing or a record is unreadable, 409 when an id comes twice, 413 when there
     *             are more than {@code maxRows}, or a row or all of them are too long
     */
    public static <R> List<R> read(ServerRequest request, Table<R> table, int maxRows) {
        String part = table.name() + "s";
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).maxBufferSize(MAX_FIELD_CHARS)
                .ofCsvRecord(decoded(part(request, part)))) {
            return rows(reader, table, maxRows);
        } catch (CsvParseException e) {
            throw ApiError.badRequest("The part " + part + " is no CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw unreadable(part, e.getCause());
        } catch (IOException e) {
            throw unreadable(part, e);
        }
    }

    private static ApiError unreadable(String part, IOException e) {
        return ApiError.badRequest("The part " + part + " is "
                + (e instanceof CharacterCodingException ? "no UTF-8: " : "unreadable: ") + e.getMessage());
    }

    private static <R> List<R> rows(CsvReader<CsvRecord> reader, Table<R> table, int maxRows) {
        List<R> rows = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        long bytes = 0;
        for (CsvRecord line : reader) {
            if (rows.size() == maxRows) {
                throw ApiError.tooManyRows(maxRows);
            }
            CsvFields fields = new CsvFields(line, table);
            R row = table.row(fields);
            fields.end();
            if (!ids.add(table.id(row))) {
                throw ApiError.conflict("line " + line.getStartingLineNumber() + ": id " + table.id(row)
                        + " comes twice in this file; nothing was stored");
            }
            bytes += length(line, table, row);
            if (bytes > MAX_JSON_BYTES) {
                throw ApiError.tooLarge("JSON of the file's rows", MAX_JSON_BYTES);
            }
            rows.add(row);
        }
        return rows;
    }

    private static <R> int length(CsvRecord line, Table<R> table, R row) {
        int bytes = JsonLength.of(table, row);
        if (bytes > MAX_ROW_BYTES) {
            throw ApiError.tooLarge("row of line " + line.getStartingLineNumber() + ", which takes " + bytes
                    + " bytes as JSON,", MAX_ROW_BYTES);
        }
        return bytes;
    }

    /** Without a byte order mark; malformed bytes are an exception of who reads them. */
    private static Reader decoded(InputStream part) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(part, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** What was written to it, without a copy. */
    private static final class Part extends ByteArrayOutputStream {
        Part(int capacity) {
            super(capacity);
        }

        InputStream content() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }

    /** The first part of that name, of a form that is all there: its end says so, and a cut one is refused. */
    private static InputStream part(ServerRequest request, String name) {
        byte[] body = Body.read(request, MAX_BYTES);
        try {
            MultipartStream multipart = new MultipartStream(new ByteArrayInputStream(body), boundary(request),
                    BUFFER_BYTES, null);
            Part found = null;
            for (boolean more = multipart.skipPreamble(); more; more = multipart.readBoundary()) {
                boolean wanted = name.equals(fieldName(multipart.readHeaders())) && found == null;
                if (wanted) {
                    found = new Part(body.length);
                    multipart.readBodyData(found);
                } else {
                    multipart.readBodyData(OutputStream.nullOutputStream());
                }
            }
            if (found != null) {
                return found.content();
            }
        } catch (IOException | IllegalArgumentException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause(); // of a header that is too long
            throw ApiError.badRequest("The body is no multipart form: " + reason.getMessage());
        }
        throw ApiError.badRequest("The form has no part named " + name);
    }

    private static byte[] boundary(ServerRequest request) {
        String contentType = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        String boundary = parameters(contentType).get("boundary");
        if (!contentType.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length())
                || boundary == null) {
            throw ApiError.badRequest("Content-Type is " + contentType
                    + "; send multipart/form-data with a boundary");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String fieldName(String partHeaders) {
        return partHeaders.lines()
                .filter(line -> line.regionMatches(true, 0, "content-disposition:", 0, "content-disposition:".length()))
                .map(line -> parameters(line).get("name")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Map<String, String> parameters(String headerValue) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(headerValue, ';');
    }
}
