package isuumo.estate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.index.Point;
import isuumo.index.Ring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code {"coordinates":[{"latitude":…,"longitude":…},…]}} as a stream; other keys are passed over. */
final class NazotteBody {
    private static final int MAX_VERTICES = 1_000;
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    private NazotteBody() {}

    static Ring read(JsonParser parser) throws IOException {
        JsonBody.expect(parser, JsonToken.START_OBJECT, "The body is no JSON object; send {\"coordinates\":[…]}");
        List<Point> vertices = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean coordinates = "coordinates".equals(parser.currentName());
            parser.nextToken();
            if (coordinates) {
                vertices = vertices(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (vertices.isEmpty()) {
            throw ApiError.badRequest("coordinates is missing or empty");
        }
        try {
            return new Ring(vertices);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }

    private static List<Point> vertices(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ApiError.badRequest("coordinates is no array");
        }
        List<Point> vertices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (vertices.size() == MAX_VERTICES) {
                throw ApiError.badRequest("coordinates has more than " + MAX_VERTICES + " points");
            }
            vertices.add(vertex(parser, vertices.size()));
        }
        return vertices;
    }

    private static Point vertex(JsonParser parser, int position) throws IOException {
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ApiError.badRequest("coordinates[" + position + "] is no object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "latitude" -> latitude = degrees(parser, position, key, MAX_LATITUDE);
                case "longitude" -> longitude = degrees(parser, position, key, MAX_LONGITUDE);
                default -> parser.skipChildren();
            }
        }
        if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
            throw ApiError.badRequest("coordinates[" + position + "] has no latitude or no longitude");
        }
        return new Point(latitude, longitude);
    }

    private static double degrees(JsonParser parser, int position, String key, double max) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            throw ApiError.badRequest("coordinates[" + position + "]." + key + " is no number");
        }
        double degrees = parser.getDoubleValue();
        if (!(Math.abs(degrees) <= max)) {
            throw ApiError.badRequest("coordinates[" + position + "]." + key + " is " + degrees
                    + "; it lies between -" + max + " and " + max);
        }
        return degrees + 0.0; // minus zero becomes zero, so that it closes a ring that starts at zero
    }
}
