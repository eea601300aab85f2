package isuumo.bench.story;

import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;

/** What one user does from start to end. Plays many times, in one thread. */
@FunctionalInterface
public interface Story {
    void play() throws Failure, Leave;
}
