package isuumo.bench.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Equality of two JSON documents as documents: key order, white space and the way a number is written do not matter.
 * Latitudes and longitudes are not compared, by the contest's rule for recorded answers. Pure functions.
 */
public final class SameJson {
    private static final Set<String> NOT_COMPARED = Set.of("latitude", "longitude");

    private SameJson() {}

    /** Empty if equal, else where the first difference is and what is there. */
    public static Optional<String> difference(JsonNode right, JsonNode given) {
        return difference("", right, given);
    }

    private static Optional<String> difference(String at, JsonNode right, JsonNode given) {
        if (given == null || right.isObject() != given.isObject() || right.isArray() != given.isArray()) {
            return differs(at, right, given);
        }
        if (right.isObject()) {
            return objects(at, (ObjectNode) right, (ObjectNode) given);
        }
        if (right.isArray()) {
            return arrays(at, right, given);
        }
        boolean same = right.isNumber() && given.isNumber()
                ? number(right).compareTo(number(given)) == 0
                : right.equals(given);
        return same ? Optional.empty() : differs(at, right, given);
    }

    private static Optional<String> objects(String at, ObjectNode right, ObjectNode given) {
        for (Iterator<String> names = given.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!right.has(name)) {
                return Optional.of("extra key " + at + "/" + name);
            }
        }
        for (var field : right.properties()) {
            String name = field.getKey();
            if (!given.has(name)) {
                return Optional.of("missing key " + at + "/" + name);
            }
            if (!NOT_COMPARED.contains(name)) {
                Optional<String> found = difference(at + "/" + name, field.getValue(), given.get(name));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> arrays(String at, JsonNode right, JsonNode given) {
        if (right.size() != given.size()) {
            return Optional.of(at + " has " + given.size() + " elements instead of " + right.size());
        }
        for (int i = 0; i < right.size(); i++) {
            Optional<String> found = difference(at + "/" + i, right.get(i), given.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static BigDecimal number(JsonNode node) {
        return node.decimalValue();
    }

    private static Optional<String> differs(String at, JsonNode right, JsonNode given) {
        return Optional.of((at.isEmpty() ? "the body" : at) + " is " + shortened(given) + " instead of "
                + shortened(right));
    }

    private static String shortened(JsonNode node) {
        String text = String.valueOf(node);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
