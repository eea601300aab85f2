package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyTest {
    private static final String THREE = "isu1=10.0.0.1:8080, isu2=[fd00::2]:8080,isu3=db.example:80";

    @Test
    void everyFormOfAddressIsRead() {
        Topology isu2 = topology("isu2", "isu2");
        assertEquals(List.of("isu1", "isu3"), isu2.others());
        assertEquals("http://[fd00::2]:8080/api/chair", isu2.uri("isu2", "/api/chair").toString());
        assertEquals("http://db.example:80/", isu2.uri("isu3", "/").toString());
    }

    private static Topology topology(String self, String writer) {
        return new Topology(Topology.hosts(THREE), self, writer, Duration.ofSeconds(2), Duration.ofSeconds(20),
                "this is never printed, not even once", Optional.empty(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "isu1", "isu1=", "=10.0.0.1:1", "isu1=10.0.0.1", "isu1=10.0.0.1:0",
            "isu1=10.0.0.1:65536",
            "isu1=10.0.0.1:80/x", "isu1=a b:80", "isu 1=10.0.0.1:80", "isu1=u@10.0.0.1:80", "isu1=10.0.0.1:80,",
            "isu1=10.0.0.1:80,isu1=10.0.0.2:80", "isu1=10.0.0.1:80,isu2=10.0.0.1:80"})
    void anythingElseIsRefusedAndQuoted(String text) {
        String said = assertThrows(IllegalArgumentException.class, () -> Topology.hosts(text)).getMessage();
        assertTrue(said.startsWith("ISUUMO_CLUSTER "), said);
    }

    @Test
    void theSecretStaysOutOfLogs() {
        assertTrue(!topology("isu1", "isu1").toString().contains("never printed"));
    }

    @Test
    void aSecretThatCanBeGuessedIsRefused() {
        String said = assertThrows(IllegalArgumentException.class,
                () -> new Topology(Topology.hosts(THREE), "isu1", "isu1", Duration.ofSeconds(2), Duration.ofSeconds(20),
                        "0123456789abcdef0123456789abcde", Optional.empty(), false))
                .getMessage();
        assertTrue(said.startsWith("ISUUMO_CLUSTER_SECRET_FILE holds 31 characters"), said);
    }
}
