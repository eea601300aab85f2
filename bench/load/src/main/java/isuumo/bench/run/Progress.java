package isuumo.bench.run;

import java.time.Duration;

/** Shows a person how the run goes. */
public interface Progress extends AutoCloseable {
    void phase(String name);

    /** Once a second of load, in the rules' time. */
    void loading(Sample sample, Duration inAll);

    @Override
    void close();

    /** Shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void phase(String name) {
                // silent
            }

            @Override
            public void loading(Sample sample, Duration inAll) {
                // silent
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
