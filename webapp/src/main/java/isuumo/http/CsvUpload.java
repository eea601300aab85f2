package isuumo.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import isuumo.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

/** A CSV file without header, uploaded as one part of a multipart form of at most 8 MiB. */
public final class CsvUpload {
    public static final int MAX_BYTES = 8 << 20;
    /** Spreadsheets write it before the first field. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int BUFFER_BYTES = 4096;

    private CsvUpload() {}

    /**
     * Reads every row of the part, which is named after the table: {@code chairs}.
     *
     * @throws ApiError 400 when the part is missing or a record is unreadable, 409 when an id comes twice, 413 when there
     *             are more than {@code maxRows}
     */
    public static <R> List<R> read(ServerRequest request, Table<R> table, int maxRows) {
        String part = table.name() + "s";
        String csv = decode(part(request, part), part);
        List<R> rows = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(csv)) {
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
                rows.add(row);
            }
        } catch (CsvParseException e) {
            throw ApiError.badRequest("The part " + part + " is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw ApiError.badRequest("The part " + part + " is unreadable: " + e.getMessage());
        }
        return rows;
    }

    private static String decode(byte[] bytes, String part) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw ApiError.badRequest("The part " + part + " is no UTF-8: " + e.getMessage());
        }
    }

    /** The first part of that name, of a form that is all there: its end says so, and a cut one is refused. */
    private static byte[] part(ServerRequest request, String name) {
        byte[] body = Body.read(request, MAX_BYTES);
        try {
            MultipartStream multipart = new MultipartStream(new ByteArrayInputStream(body), boundary(request),
                    BUFFER_BYTES, null);
            byte[] found = null;
            for (boolean more = multipart.skipPreamble(); more; more = multipart.readBoundary()) {
                boolean wanted = name.equals(fieldName(multipart.readHeaders())) && found == null;
                ByteArrayOutputStream content = new ByteArrayOutputStream(wanted ? body.length : 0);
                multipart.readBodyData(wanted ? content : OutputStream.nullOutputStream());
                if (wanted) {
                    found = content.toByteArray();
                }
            }
            if (found != null) {
                return found;
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
