package isuumo.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.bench.fault.Answer.How;
import isuumo.bench.score.Severity;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever HTTP and JSON allow passes, strict or not: the benchmark judges content, not form. */
final class UnusualButRightTest {
    private static final ObjectMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static Stream<Arguments> forms() {
        return Stream.of(arguments("gzip", (UnaryOperator<Answer>) Answer::gzipped),
                arguments("chunked", (UnaryOperator<Answer>) a -> a.sent(How.CHUNKED)),
                arguments("gzip, chunked", (UnaryOperator<Answer>) a -> a.gzipped().sent(How.CHUNKED)),
                arguments("white space and escapes", rewritten(node -> node, PRETTY)),
                arguments("keys from A to Z", rewritten(UnusualButRightTest::sorted, new ObjectMapper())),
                arguments("spaces after colons",
                        (UnaryOperator<Answer>) a -> a.withBody(a.text().replace("\":", "\": "))),
                arguments("null for an empty list, which only verify minds", Fault.nullForEmpty()));
    }

    private static UnaryOperator<Answer> rewritten(UnaryOperator<JsonNode> change, ObjectMapper writer) {
        return answer -> {
            try {
                return answer.withBody(writer.writeValueAsString(change.apply(answer.json())));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(f -> fields.put(f.getKey(), sorted(f.getValue())));
            return object.objectNode().setAll(fields);
        }
        return node;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void passes(String name, UnaryOperator<Answer> form) throws Exception {
        boolean onlyInLoad = name.contains("only verify");
        Fault fault = (visit, right, _) -> right.status() == 200 && right.hasJson()
                && !(onlyInLoad && visit.verifier()) ? form.apply(right) : right;
        Trial trial = Trial.of(fault, Trial.parameters().withLoad(Duration.ofSeconds(2)), true);
        assertTrue(trial.pass() && trial.scoreIsByTheRules() && trial.score() > 1, trial::toString);
        assertEquals(0, trial.errors(Severity.APPLICATION), trial::toString);
    }
}
