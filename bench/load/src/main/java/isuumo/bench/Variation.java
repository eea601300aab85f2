package isuumo.bench;

import java.math.BigDecimal;

/**
 * How a run departs from the contest's rules. Immutable.
 *
 * @param slowMotion every time of the rules is so many times as long: hosts with a third of a core then behave as hosts
 *                   of one core do at 1. All that a run tells of times is divided by it ("the rules' time")
 * @param crowd      so many times as many people and bots a level, to use up hosts that the rules' people, who mostly
 *                   wait, cannot; scores with more than 1 are not comparable with the contest's
 */
public record Variation(double slowMotion, int crowd) {
    /** The rules as they are. */
    public static final Variation NONE = new Variation(1, 1);
    public static final int MAX_SLOW_MOTION = 20;
    /** Some 1,000 browsers at the highest level, whose buffers may fill a third of the heap of {@code bench/run.sh}. */
    public static final int MAX_CROWD = 20;

    /** What the clock measured, in the rules' time. */
    public long ruleNanos(long clockNanos) {
        return Math.round(clockNanos / slowMotion);
    }

    /** "slow motion 3", to stand beside times; empty at 1. */
    public String besideTimes() {
        return slowMotion == 1
                ? ""
                : "slow motion " + BigDecimal.valueOf(slowMotion).stripTrailingZeros().toPlainString();
    }

    /** "crowd 2", to stand beside scores; empty at 1. */
    public String besideScores() {
        return crowd == 1 ? "" : "crowd " + crowd;
    }
}
