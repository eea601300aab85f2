package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import isuumo.gtid.GtidSet;
import isuumo.http.Routes;
import isuumo.metrics.Metrics;
import isuumo.store.Database;
import isuumo.store.DatabaseServer;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the host's agent and the server say to each other. */
class TenureRouteTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final DatabaseServer nowhere = new DatabaseServer("jdbc:mysql://127.0.0.1:1/isuumo", "isuumo", "", 1,
            5_000);
    private final Database database = new Database(nowhere, nowhere, false);
    private Member member;
    private WebServer server;

    private void start(boolean failover) {
        member = new Member(
                new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2"), "isu1", "isu1", LONG, LONG,
                        "0123456789abcdef0123456789abcdef", Optional.empty(), failover),
                database, new Metrics());
        Routes routes = new Routes((_, handler) -> handler);
        member.addHostsRoutes(routes);
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
    }

    private void takeOffice(long number) {
        Office office = member.newOffice(number);
        office.barrier().start(GtidSet.EMPTY, Set.of("isu2"));
        member.become(office);
    }

    @AfterEach
    void stop() {
        server.stop();
        member.close();
        database.close();
    }

    private Answer post(String json) {
        return new Http(server.port()).postJson(TenureRoute.PATH, json);
    }

    private Answer extend(long number, long after, long millis) {
        return post("{\"number\":" + number + ",\"after\":" + after + ",\"millis\":" + millis + "}");
    }

    @Test
    void theWritersOfficeIsExtendedFromTheMomentThatItTold() {
        start(true);
        takeOffice(0);
        long before = System.nanoTime();
        JsonNode first = extend(0, before, 0).expect(200).json();
        assertFalse(member.office().hasTenure());
        long clock = first.get("clock").longValue();
        assertTrue(before - clock < 0 && clock - System.nanoTime() < 0, first::toString);
        extend(0, clock, 60_000).expect(200);
        assertEquals(clock + TimeUnit.MINUTES.toNanos(1), member.office().tenure().until());
        extend(0, clock, 30_000).expect(200);
        assertEquals(clock + TimeUnit.MINUTES.toNanos(1), member.office().tenure().until(), "extended only");
    }

    @Test
    void theAnswerSaysWhoWritesAndWhetherInOffice() {
        start(true);
        String peer = extend(0, System.nanoTime(), 60_000).expect(200).text();
        assertTrue(peer.startsWith("{\"number\":0,\"writer\":\"isu1\",\"office\":false,\"clock\":"), peer);
        takeOffice(0);
        String writer = extend(0, System.nanoTime(), 60_000).expect(200).text();
        assertTrue(writer.startsWith("{\"number\":0,\"writer\":\"isu1\",\"office\":true,\"clock\":"), writer);
    }

    @Test
    void anotherMandatesTenureIsNotThisOnes() {
        start(true);
        takeOffice(0);
        extend(1, System.nanoTime(), 60_000).expect(200);
        assertFalse(member.office().hasTenure());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"number":0,"after":0,"millis":-1}     | millis is -1; it must be from 0 to 60000
            {"number":0,"after":0,"millis":60001}  | millis is 60001; it must be from 0 to 60000
            {"number":0,"after":0}                 | millis
            {"number":0,"millis":1}                | after
            {"after":0,"millis":1}                 | number
            {"number":"0","after":0,"millis":1}    | String
            {"number":0,"after":0.5,"millis":1}    | 0.5
            []                                     | object
            """)
    void whatIsMalformedIsRefused(String json, String said) {
        start(true);
        takeOffice(0);
        String text = post(json).expectError(400).text();
        assertTrue(text.contains(said), text);
    }

    @Test
    void aMomentThatHasNotComeIsOfAnotherClock() {
        start(true);
        takeOffice(0);
        String text = extend(0, System.nanoTime() + TimeUnit.HOURS.toNanos(1), 1).expectError(400).text();
        assertTrue(text.contains("has not reached"), text);
        assertFalse(member.office().hasTenure());
    }

    @Test
    void whereNobodyFailsOverThereIsNothingToExtend() {
        start(false);
        takeOffice(0);
        assertTrue(member.office().hasTenure());
        String text = extend(0, System.nanoTime(), 1).expectError(409).text();
        assertTrue(text.contains("ISUUMO_FAILOVER is false"), text);
    }
}
