package isuumo.bench.run;

/**
 * The run's state at the end of a second of load, in the rules' time.
 *
 * @param second   from 1
 * @param score    so far
 * @param requests that ended in this second
 * @param errors   critical and application errors so far
 * @param noted    noted errors and leaves so far
 */
public record Sample(int second, long score, int level, long requests, long errors, long noted) {}
