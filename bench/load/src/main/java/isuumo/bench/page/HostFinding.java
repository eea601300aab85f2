package isuumo.bench.page;

import isuumo.bench.hosts.HostSample;
import isuumo.bench.hosts.HostSamples;
import isuumo.bench.hosts.Stacks;
import isuumo.bench.hosts.Stacks.Frame;
import isuumo.bench.hosts.Stacks.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which host's processor was full, who used it, and what its server did most: in sentences. */
record HostFinding(List<HostSamples> hosts, List<Stacks> stacks) {
    /** Of its cores, on average: beyond it there is next to nothing left in a second's busy moments. */
    private static final double FULL = 0.85;
    private static final int FRAMES = 3;

    List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        List<HostSamples> known = hosts.stream().filter(host -> !host.samples().isEmpty())
                .sorted(Comparator.comparingDouble(HostFinding::share).reversed()).toList();
        List<HostSamples> full = known.stream().filter(host -> share(host) >= FULL).toList();
        full.forEach(host -> sentences.add("The processor of " + used(host) + " was full."));
        if (full.isEmpty() && !known.isEmpty()) {
            sentences.add("No host's processor was full; the busiest was that of " + used(known.getFirst()) + ".");
        }
        known.stream().filter(host -> share(host) < FULL && average(host, HostSample::busy) >= FULL * cores(host))
                .forEach(host -> sentences.add(format(
                        "%s's machine was full with what is not the host's: %.2f of %s cores were busy.", host.host(),
                        average(host, HostSample::busy), number(host))));
        for (Stacks host : stacks) {
            List<Frame> frames = host.topFrames(Kind.CPU, FRAMES);
            if (!frames.isEmpty()) {
                sentences.add(host.host() + "'s server ran most in " + frames.stream()
                        .map(frame -> format("%s (%.0f %%)", frame.name(), 100 * frame.share()))
                        .collect(Collectors.joining(", ")) + ".");
            }
        }
        return sentences;
    }

    /** "isu1, 0.97 of 1 core (server 0.52, nginx 0.31, database 0.14, rest 0.00)". */
    private static String used(HostSamples host) {
        return format("%s, %.2f of %s cores (%s)", host.host(), average(host, HostSample::used), number(host),
                Stream.of("server", "nginx", "database", "rest")
                        .map(program -> format("%s %.2f", program, average(host, s -> s.used(program))))
                        .collect(Collectors.joining(", ")));
    }

    private static String number(HostSamples host) {
        double cores = cores(host);
        return cores == Math.rint(cores) ? format("%.0f", cores) : format("%.2f", cores);
    }

    private static double share(HostSamples host) {
        return average(host, HostSample::used) / cores(host);
    }

    private static double cores(HostSamples host) {
        return host.samples().getFirst().cores();
    }

    private static double average(HostSamples host, ToDoubleFunction<HostSample> value) {
        return host.samples().stream().mapToDouble(value).average().orElse(0);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
