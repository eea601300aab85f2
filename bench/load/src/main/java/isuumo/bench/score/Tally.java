package isuumo.bench.score;

import isuumo.bench.Parameters.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Points and errors of one run. After {@link #close()} nothing counts any more. Thread-safe. */
public final class Tally {
    private static final int MAX_EXAMPLES = 50;

    /** A sort of error and how often it occurred. */
    public record Message(String text, Severity severity, long count) {}

    private record Sort(Severity severity, String text) implements Comparable<Sort> {
        @Override
        public int compareTo(Sort other) {
            int bySeverity = severity.compareTo(other.severity);
            return bySeverity != 0 ? bySeverity : text.compareTo(other.text);
        }
    }

    private final Scoring scoring;
    private final Map<Sort, Long> messages = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private final long[] errors = new long[Severity.values().length];
    private long points;
    private long purchases;
    private long leaves;
    private boolean closed;

    public Tally(Scoring scoring) {
        this.scoring = scoring;
    }

    public synchronized void purchase() {
        if (!closed) {
            points += scoring.purchase();
            purchases++;
        }
    }

    public synchronized void documentRequest() {
        if (!closed) {
            points += scoring.documentRequest();
        }
    }

    public synchronized void leave(Leave page) {
        if (!closed) {
            leaves++;
            messages.merge(new Sort(Severity.NOTED, page.getMessage() + ": slow, the user left"), 1L, Long::sum);
        }
    }

    public synchronized void error(Failure failure) {
        if (!closed) {
            errors[failure.severity().ordinal()]++;
            messages.merge(new Sort(failure.severity(), failure.getMessage()), 1L, Long::sum);
            if (examples.size() < MAX_EXAMPLES && failure.severity() != Severity.NOTED) {
                examples.add(failure.toString());
            }
        }
    }

    public synchronized void close() {
        closed = true;
    }

    /** Points before errors are taken off: what raises the load level. */
    public synchronized long points() {
        return points;
    }

    /** Points less what application errors cost; may be negative. */
    public synchronized long rawScore() {
        return points - errors(Severity.APPLICATION) * scoring.applicationErrorCost();
    }

    public synchronized long score() {
        return Math.max(0, rawScore());
    }

    public synchronized long purchases() {
        return purchases;
    }

    public synchronized long leaves() {
        return leaves;
    }

    public synchronized long errors(Severity severity) {
        return errors[severity.ordinal()];
    }

    /** Why the run has failed already, or null. */
    public synchronized String failReason() {
        if (errors(Severity.CRITICAL) >= scoring.maxCriticalErrors()) {
            return "critical error";
        }
        if (errors(Severity.APPLICATION) >= scoring.maxApplicationErrors()) {
            return errors(Severity.APPLICATION) + " application errors";
        }
        return null;
    }

    /** Worst first, then by text. */
    public synchronized List<Message> messages() {
        List<Message> list = new ArrayList<>();
        messages.forEach((sort, count) -> list.add(new Message(sort.text(), sort.severity(), count)));
        return list;
    }

    /** The first errors with their details. */
    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
