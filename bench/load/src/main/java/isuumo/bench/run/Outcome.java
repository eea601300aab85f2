package isuumo.bench.run;

import isuumo.bench.http.Wire;
import isuumo.bench.story.World;

import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param reason   "OK", or why it failed
 * @param language as the server named it; empty if it never did
 * @param loaded   how long the load phase really lasted, in the rules' time
 * @param loadFrom when the load phase began, in milliseconds since 1970; 0 if it never did
 * @param wire     what went over the sockets in the load phase
 */
public record Outcome(boolean pass, String reason, String language, World world, long loadFrom,
        Duration loaded, List<Sample> samples, Wire wire) {}
