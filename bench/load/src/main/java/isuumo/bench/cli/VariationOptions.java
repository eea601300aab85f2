package isuumo.bench.cli;

import isuumo.bench.Parameters;
import isuumo.bench.Variation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a run departs from the contest's rules. */
final class VariationOptions {
    @Option(names = "--slow-motion", paramLabel = "N", defaultValue = "1", description = "every time of the rules is N times as long (1 to "
            + Variation.MAX_SLOW_MOTION
            + "): load, pauses, timeouts, patience; hosts with 1/N core then behave as hosts of one core. Times are given and told in the rules' time, so 60s at 3 take 180 s; scores stay points")
    private double slowMotion;

    @Option(names = "--crowd", paramLabel = "K", defaultValue = "1", description = "K times as many people and bots a level (1 to "
            + Variation.MAX_CROWD + "), uploads as ever; scores are not comparable with the contest's")
    private int crowd;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** These rules so varied. */
    Parameters of(Parameters rules) {
        if (!(slowMotion >= 1 && slowMotion <= Variation.MAX_SLOW_MOTION)) {
            throw new ParameterException(spec.commandLine(),
                    "--slow-motion is " + slowMotion + ": give 1 to " + Variation.MAX_SLOW_MOTION);
        }
        if (crowd < 1 || crowd > Variation.MAX_CROWD) {
            throw new ParameterException(spec.commandLine(),
                    "--crowd is " + crowd + ": give a whole number from 1 to " + Variation.MAX_CROWD);
        }
        return rules.inSlowMotion(slowMotion).withCrowd(crowd);
    }
}
