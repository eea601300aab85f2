package isuumo.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.Parameters;
import isuumo.bench.Parameters.Level;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.data.DataSet;
import isuumo.bench.fault.PlainServer.Asked;
import isuumo.bench.run.BenchRun;
import isuumo.bench.run.CpuMeter;
import isuumo.bench.run.Outcome;
import isuumo.bench.run.Progress;
import isuumo.bench.story.UserAgents;
import isuumo.bench.story.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several front doors of one server, told apart by the name that a request calls its host. */
final class TargetsTest {
    private static final long SEED = 3;
    private static final DataSet DATA = SmallData.of(SEED);
    private static final Predicate<Asked> BEFORE_LOAD = asked -> Set.of(UserAgents.INITIALIZE, UserAgents.VERIFY)
            .contains(asked.userAgent());

    /** Who asked for what, with hosts without their port. */
    private static List<Asked> play(List<String> hosts, List<Level> levels, int rate) throws Exception {
        try (PlainServer server = PlainServer.right(DATA)) {
            Parameters parameters = Trial.parameters().withLevels(levels);
            List<URI> targets = hosts.stream().map(host -> URI.create("http://" + host + ":" + server.uri().getPort()))
                    .toList();
            World world = World.of(targets, DATA, parameters, false);
            Outcome outcome = new BenchRun(world, AnswerSource.computed(DATA), rate, SEED, Progress.silent(),
                    new CpuMeter(Map.of())).run();
            assertTrue(outcome.pass(), () -> outcome.reason() + world.tally().examples());
            return server.asked().stream()
                    .map(a -> new Asked(a.host().replaceAll(":.*", ""), a.userAgent(), a.path())).toList();
        }
    }

    private static Map<String, Set<String>> agentsByHost(Stream<Asked> asked) {
        return asked.collect(Collectors.groupingBy(Asked::host, TreeMap::new,
                Collectors.mapping(Asked::userAgent, Collectors.toSet())));
    }

    private static Map<String, Integer> browsersByHost(Stream<Asked> asked) {
        Map<String, Integer> count = new TreeMap<>();
        agentsByHost(asked).forEach((host, agents) -> count.put(host, agents.size()));
        return count;
    }

    @Test
    void eachBrowserKeepsToOneTargetAndWhatPrecedesTheLoadGoesToTheFirst() throws Exception {
        List<String> hosts = List.of("localhost", "127.0.0.1", "LOCALHOST");
        List<Asked> asked = play(hosts, List.of(new Level(0, 3, 3, 3, 3, 1, 2)), 0);
        assertEquals(Set.of("localhost"), agentsByHost(asked.stream().filter(BEFORE_LOAD)).keySet());
        Map<String, Integer> browsers = browsersByHost(asked.stream().filter(BEFORE_LOAD.negate()));
        assertEquals(Map.of("localhost", 5, "127.0.0.1", 5, "LOCALHOST", 5), browsers);
        long agents = asked.stream().filter(BEFORE_LOAD.negate()).map(Asked::userAgent).distinct().count();
        assertEquals(15, agents, "nobody asked two targets");
    }

    /** A level adds as many workers as divide by the targets; yet no target gets all chair searchers. */
    @Test
    void eachRoleIsSpreadByItself() throws Exception {
        List<Asked> asked = play(List.of("localhost", "127.0.0.1"),
                List.of(new Level(0, 1, 1, 1, 1, 0, 0), new Level(1, 1, 1, 1, 1, 0, 0)), 0);
        for (String path : List.of("/api/chair/search", "/api/estate/search", "/api/estate/nazotte")) {
            assertEquals(Map.of("localhost", 1, "127.0.0.1", 1), browsersByHost(asked.stream()
                    .filter(BEFORE_LOAD.negate()).filter(a -> person(a) && a.path().equals(path))), path);
        }
    }

    private static boolean person(Asked asked) {
        return asked.userAgent().matches("(ISUCON Nickel|Icetanuki|Web Browser|Explorer|Edge).*");
    }

    @Test
    void theOpenLoopTakesThemInTurnToo() throws Exception {
        List<Asked> asked = play(List.of("localhost", "127.0.0.1"), Parameters.contest().levels(), 2000);
        assertEquals(Set.of("localhost"), agentsByHost(asked.stream().filter(BEFORE_LOAD)).keySet());
        Map<String, Integer> browsers = browsersByHost(asked.stream().filter(BEFORE_LOAD.negate()));
        int difference = browsers.getOrDefault("localhost", 0) - browsers.getOrDefault("127.0.0.1", 0);
        assertTrue(browsers.size() == 2 && Math.abs(difference) <= 4, browsers::toString);
    }
}
