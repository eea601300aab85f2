package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators ask, on a socket of its own: nothing of it is people's, and nothing of people's is there. */
@ExtendWith(Integration.class)
class OperatorsIT {
    private final Http people;
    private final Http operators;

    OperatorsIT(TestServer server) {
        people = server.http();
        operators = server.operators();
    }

    @Test
    void healthzSaysReady() {
        operators.get("/healthz").expectJson("{\"status\":\"ready\"}");
    }

    @Test
    void versionTellsTheBuild() {
        var version = operators.get("/version").expect(200).json();
        assertEquals(List.of("commit", "buildTime", "dirty"),
                version.properties().stream().map(property -> property.getKey()).toList());
        assertTrue(version.get("commit").textValue().matches("[0-9a-f]{40}|unknown"), version::toString);
    }

    @Test
    void metricsTellWhatPeopleAsked() {
        people.get("/api/chair/low_priced").expect(200);
        String metrics = operators.get("/metrics").expect(200).text();
        assertTrue(metrics.contains("isuumo_request_seconds_count{route=\"/api/chair/low_priced\",status=\"2xx\"}"),
                metrics);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/version", "/metrics"})
    void eachIsReadOnlyAndNotForPeople(String path) {
        operators.send("POST", path, null, BodyPublishers.noBody()).expectError(405);
        people.get(path).expectError(404);
        people.send("POST", path, null, BodyPublishers.noBody()).expectError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/chair/1", "/api/chair/low_priced", "/initialize", "/cluster/report", "/metrics/",
            "/api/../metrics", "/api/%2e%2e/metrics", "//metrics"})
    void nothingElseIsForOperators(String path) {
        operators.get(path).expectError(404);
        operators.send("POST", path, null, BodyPublishers.noBody()).expectError(404);
    }
}
