package isuumo.stress;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs the races once, in one of the two variants, and prints what came of each. Start with {@code bench/stress/run.sh}.
 *
 * <p>Exit code 1 when a race of the server's own code had a forbidden outcome, or one of the broken code had none.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("Usage: kept|broken RACES MILLIS");
            System.exit(2);
        }
        boolean broken = args[0].equals("broken");
        Collection<Verdict> verdicts = run(broken, args[1], args[2]);
        System.out.println(Verdict.HEADER);
        verdicts.forEach(System.out::println);
        System.exit(!verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::isRight) ? 0 : 1);
    }

    private static Collection<Verdict> run(boolean broken, String races, String millis) throws Exception {
        Options options = new Options(options(broken, races, millis).toArray(String[]::new));
        if (!options.parse()) {
            throw new IllegalArgumentException("jcstress does not take the options");
        }
        try {
            new JCStress(options).run();
        } catch (AssertionError e) { // of what the results below hold
            System.out.println(e.getMessage());
        }
        return Verdict.of(broken, results(options.getResultFile()));
    }

    /**
     * The server's own code runs as each compiler of the JVM makes it, in four processes a race. For what is broken one is
     * enough: it must be seen once.
     */
    private static List<String> options(boolean broken, String races, String millis) {
        return List.of("-t", races, "-time", millis, "-iters", "1", "-f", "1", "-fsm", "1", "-sc", "false", "-af",
                "NONE", "-r",
                "report", broken ? "-jvmArgs" : "-jvmArgsPrepend", "-D" + Variant.PROPERTY + "=" + broken);
    }

    private static Collection<TestResult> results(String file) throws IOException, ClassNotFoundException {
        InProcessCollector results = new InProcessCollector();
        new DiskReadCollector(file, results).dump();
        return results.getTestResults();
    }
}
