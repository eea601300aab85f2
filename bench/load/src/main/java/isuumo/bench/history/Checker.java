package isuumo.bench.history;

import isuumo.bench.data.BadData;
import isuumo.bench.history.Operation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges a history against the stock before it and the database after it.
 *
 * <p>A chair is known to be sold out from the moment that as many purchases were acknowledged as it had pieces, or that
 * a buyer was refused; an uploaded chair is known to be there from its acknowledgement. A read begun after that moment
 * must agree. A read under way at that moment may answer either way, and so may one while a write is without an answer.
 * A write that was answered otherwise was not done, unless the answer leaves that open or there was none.
 */
public final class Checker {
    private static final int EXAMPLES = 10;
    private static final double NANOS = 1e9;

    private final List<Operation> history;
    private final Map<Integer, Integer> stockBefore;
    private final Map<Integer, Integer> stockAfter;
    private final List<String> examples = new ArrayList<>();

    /**
     * @param stockBefore by chair, of every chair that may be bought
     * @param stockAfter  by chair, of every chair in the database
     */
    public Checker(List<Operation> history, Map<Integer, Integer> stockBefore, Map<Integer, Integer> stockAfter) {
        this.history = List.copyOf(history);
        this.stockBefore = Map.copyOf(stockBefore);
        this.stockAfter = Map.copyOf(stockAfter);
        this.history.stream().filter(o -> o.kind() == Kind.BUY && !stockBefore.containsKey(o.item())).findFirst()
                .ifPresent(o -> {
                    throw new BadData("the history buys chair " + o.item()
                            + ", which the data set does not have: give the one the server began with");
                });
    }

    public Verdict verdict() {
        int lost = 0;
        int oversold = 0;
        for (Map.Entry<Integer, List<Operation>> sales : purchasesByChair().entrySet()) {
            int acknowledged = (int) sales.getValue().stream().filter(Operation::done).count();
            int unknown = (int) sales.getValue().stream().filter(Operation::mayBeDone).count();
            int before = stockBefore.get(sales.getKey());
            int gone = before - stockAfter.getOrDefault(sales.getKey(), before);
            String told = "chair " + sales.getKey() + ": " + acknowledged + " sold, " + unknown
                    + " perhaps, stock went from " + before + " to " + (before - gone);
            lost += violations(Math.max(0, acknowledged - gone), told);
            oversold += violations(Math.max(0, acknowledged - before), told);
            oversold += violations(Math.max(0, gone - acknowledged - unknown), told);
        }
        for (Operation upload : history) {
            if (upload.kind() == Kind.UPLOAD && upload.failed() && !upload.mayBeDone()) {
                int there = (int) upload.items().stream().filter(stockAfter::containsKey).count();
                oversold += violations(there, "upload that was not done, in the database: " + upload);
            }
        }
        List<Operation> uploads = history.stream().filter(o -> o.kind() == Kind.UPLOAD && o.done()).toList();
        for (Operation upload : uploads) {
            int missing = (int) upload.items().stream().filter(id -> !stockAfter.containsKey(id)).count();
            lost += violations(missing, "acknowledged upload, not in the database: " + upload);
        }
        int purchases = (int) history.stream().filter(o -> o.kind() == Kind.BUY && o.done()).count();
        return new Verdict(purchases, uploads.size(), lost, oversold, staleReads(), diverged(),
                errorSeconds(o -> !o.kind().isWrite()), errorSeconds(o -> o.kind().isWrite()), List.copyOf(examples));
    }

    private Map<Integer, List<Operation>> purchasesByChair() {
        Map<Integer, List<Operation>> byChair = new HashMap<>();
        history.stream().filter(o -> o.kind() == Kind.BUY)
                .forEach(o -> byChair.computeIfAbsent(o.item(), _ -> new ArrayList<>()).add(o));
        return byChair;
    }

    /** When each chair was known to be sold out; those that never were are not there. */
    private Map<Integer, Long> soldOutAt() {
        Map<Integer, Long> at = new HashMap<>();
        purchasesByChair().forEach((chair, purchases) -> {
            List<Operation> done = purchases.stream().filter(Operation::done).toList();
            if (done.size() >= stockBefore.get(chair)) {
                done.stream().mapToLong(Operation::endNanos).max().ifPresent(end -> at.put(chair, end));
            }
            purchases.stream().filter(Operation::refused).mapToLong(Operation::endNanos).min()
                    .ifPresent(end -> at.merge(chair, end, Math::min));
        });
        return at;
    }

    private Map<Integer, Long> uploadedAt() {
        Map<Integer, Long> at = new HashMap<>();
        history.stream().filter(o -> o.kind() == Kind.UPLOAD && o.done())
                .forEach(o -> o.items().forEach(id -> at.put(id, o.endNanos())));
        return at;
    }

    private int staleReads() {
        Map<Integer, Long> soldOutAt = soldOutAt();
        Map<Integer, Long> uploadedAt = uploadedAt();
        int stale = 0;
        for (Operation read : history) {
            boolean shows = read.done() && !read.kind().isWrite();
            boolean hides = read.refused() && !read.kind().isWrite();
            for (int item : read.items()) {
                if (shows && soldOutAt.getOrDefault(item, Long.MAX_VALUE) < read.startNanos()) {
                    stale += violations(1,
                            "shows chair " + item + ", sold out at " + soldOutAt.get(item) + ": " + read);
                }
                if (hides && uploadedAt.getOrDefault(item, Long.MAX_VALUE) < read.startNanos()) {
                    stale += violations(1, "hides chair " + item + ", stored at " + uploadedAt.get(item) + ": " + read);
                }
            }
        }
        return stale;
    }

    private int diverged() {
        int diverged = 0;
        Set<String> answered = new HashSet<>();
        for (Operation last : history) {
            if (last.kind() == Kind.FINAL) {
                boolean inStock = stockAfter.getOrDefault(last.item(), 0) > 0;
                boolean agrees = inStock ? last.done() : last.refused();
                diverged += violations(agrees ? 0 : 1, "the database has " + stockAfter.get(last.item()) + ": " + last);
                answered.add(last.target());
            }
        }
        return diverged + violations(answered.isEmpty() ? 1 : 0, "no host was asked at the end");
    }

    private int violations(int count, String example) {
        if (count > 0 && examples.size() < EXAMPLES) {
            examples.add(example);
        }
        return count;
    }

    private double errorSeconds(Predicate<Operation> which) {
        List<Operation> failed = history.stream()
                .filter(o -> o.kind() != Kind.FINAL && o.failed() && Target.isFrontDoor(o.target())).filter(which)
                .toList();
        if (failed.isEmpty()) {
            return 0;
        }
        long first = failed.stream().mapToLong(Operation::startNanos).min().getAsLong();
        long last = failed.stream().mapToLong(Operation::endNanos).max().getAsLong();
        return (last - first) / NANOS;
    }
}
