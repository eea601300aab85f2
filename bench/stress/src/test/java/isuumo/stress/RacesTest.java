package isuumo.stress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * The short form: each race of the server's own code for a moment, in this process. It can only fail where a promise is
 * broken. That what breaks a promise is caught depends on how much of the processors there is: {@code bench/stress/run.sh}.
 */
class RacesTest {
    private static final String MILLIS = "300";

    @TestFactory
    Stream<DynamicTest> theServerKeepsItsPromise() {
        return TestList.tests().stream().sorted().map(race -> DynamicTest.dynamicTest(race, () -> {
            Verdict verdict = Verdict.of(false, List.of(run(race))).getFirst();
            assertTrue(verdict.isRight(), verdict::toString);
        }));
    }

    private static TestResult run(String race) throws Exception {
        Options options = new Options(new String[]{"-time", MILLIS, "-iters", "1"});
        options.parse();
        var info = TestList.getInfo(race);
        TestConfig config = new TestConfig(options, info, 0, List.of(), CompileMode.UNIFIED,
                new SchedulingClass(AffinityMode.NONE, info.threads(), NodeType.PACKAGE));
        Runner<?> runner = (Runner<?>) Class.forName(info.generatedRunner()).getConstructor(ForkedTestConfig.class)
                .newInstance(new ForkedTestConfig(config));
        TestResult result = runner.run();
        result.setConfig(config);
        return result;
    }
}
