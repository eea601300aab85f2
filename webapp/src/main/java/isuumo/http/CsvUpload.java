package isuumo.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
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
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/** A CSV file without header, uploaded as one part of a multipart form of at most 8 MiB. */
public final class CsvUpload {
    public static final int MAX_BYTES = 8 << 20;

    private CsvUpload() {}

    /**
     * Reads every row of the part.
     *
     * @param part the form field's name
     * @param parser turns a record into a row; throws {@link ApiError} for one it cannot take
     * @throws ApiError 400 when the part is missing or a record is unreadable, 409 when an id comes twice, 413
     */
    public static <T> List<T> read(ServerRequest request, String part, Function<CsvFields, T> parser,
            ToIntFunction<T> id) {
        String csv = decode(part(request, part), part);
        List<T> rows = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(csv)) {
            for (CsvRecord line : reader) {
                T row = parser.apply(new CsvFields(line));
                if (!ids.add(id.applyAsInt(row))) {
                    throw ApiError.conflict("line " + line.getStartingLineNumber() + ": id " + id.applyAsInt(row)
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
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw ApiError.badRequest("The part " + part + " is no UTF-8: " + e.getMessage());
        }
    }

    private static byte[] part(ServerRequest request, String name) {
        byte[] body = Body.read(request, MAX_BYTES);
        try {
            MultipartInput multipart = MultipartInput.builder()
                    .setInputStream(new ByteArrayInputStream(body)).setBoundary(boundary(request)).get();
            for (boolean more = multipart.skipPreamble(); more; more = multipart.readBoundary()) {
                boolean wanted = name.equals(fieldName(multipart.readHeaders()));
                ByteArrayOutputStream content = new ByteArrayOutputStream(wanted ? body.length : 0);
                multipart.readBodyData(wanted ? content : OutputStream.nullOutputStream());
                if (wanted) {
                    return content.toByteArray();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw ApiError.badRequest("The body is no multipart form: " + e.getMessage());
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
