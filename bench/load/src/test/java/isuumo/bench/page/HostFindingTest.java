package isuumo.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.bench.hosts.HostSample;
import isuumo.bench.hosts.HostSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostFindingTest {
    @Test
    void aFullProcessorIsNamedWithWhoUsedIt() throws Exception {
        assertEquals(List.of(
                "The processor of isu1, 0.90 of 1 cores (server 0.60, nginx 0.30, database 0.00, rest 0.00) was full."),
                sentences(host("isu1", 1, 0.6, 0.3), host("isu2", 1, 0.2, 0.1)));
    }

    @Test
    void theBusiestIsNamedWhereNoneIsFull() throws Exception {
        assertEquals(List.of("No host's processor was full; the busiest was that of isu2, 0.90 of 1.50 cores "
                + "(server 0.60, nginx 0.30, database 0.00, rest 0.00)."),
                sentences(host("isu1", 2, 0.6, 0.3), host("isu2", 1.5, 0.6, 0.3)));
    }

    @Test
    void aMachineThatOthersFilledIsTold() throws Exception {
        HostSamples host = new HostSamples("isu1",
                List.of(new HostSample(1, 2, Map.of("server", 0.5), 1.9, 0, 0, 0, 0, 0, 0,
                        null, null, null, null, null)));
        assertEquals("isu1's machine was full with what is not the host's: 1.90 of 2 cores were busy.",
                sentences(host).get(1));
    }

    @Test
    void nothingIsSaidOfHostsThatNobodyLookedAt() throws Exception {
        assertEquals(List.of(), sentences(new HostSamples("isu1", List.of())));
    }

    private static List<String> sentences(HostSamples... hosts) throws Exception {
        return new HostFinding(List.of(hosts), List.of()).sentences();
    }

    /** Two seconds that average to these. */
    private static HostSamples host(String name, double cores, double server, double nginx) {
        return new HostSamples(name, List.of(sample(cores, server - 0.1, nginx), sample(cores, server + 0.1, nginx)));
    }

    private static HostSample sample(double cores, double server, double nginx) {
        return new HostSample(1, cores, Map.of("server", server, "nginx", nginx), 0, 0, 0, 0, 0, 0, 0, null, null, null,
                null, null);
    }
}
