package isuumo.stress;

import java.util.function.BooleanSupplier;

/** Brings one thread to where the other one is, so that they meet more often. */
public final class Moment {
    /** Some ten microseconds: whoever waits for what does not come goes on. */
    private static final int LOOKS = 1000;

    private Moment() {}

    /** @return whether it has come true */
    public static boolean await(BooleanSupplier condition) {
        for (int i = 0; i < LOOKS; i++) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return condition.getAsBoolean();
    }
}
