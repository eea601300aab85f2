package isuumo.generator;

import java.util.function.IntFunction;

/** Hears of every finished file, from any thread. */
public interface Progress extends AutoCloseable {
    void step();

    @Override
    void close();

    /** Says nothing, whatever the number of files. */
    static IntFunction<Progress> silent() {
        return _ -> new Progress() {
            @Override
            public void step() {
                // nobody is watching
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
