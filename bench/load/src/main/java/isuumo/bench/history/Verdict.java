package isuumo.bench.history;

import java.util.List;

/**
 * What a history proves. All counts must be zero but the first two.
 *
 * @param purchases        acknowledged purchases
 * @param uploads          acknowledged uploads
 * @param lost             acknowledged pieces and rows that the database does not have
 * @param oversold         pieces sold beyond the stock, and pieces gone or rows added by no write that was, or may have
 *                         been, done
 * @param stale            reads that were begun after an acknowledgement and did not show it
 * @param diverged         answers, after the last fault had passed, that differ from the database
 * @param readErrorSeconds from the first to the last failed read through the front door, 0 without one
 * @param examples         a line for each of the first violations
 */
public record Verdict(int purchases, int uploads, int lost, int oversold, int stale, int diverged,
        double readErrorSeconds, double writeErrorSeconds, List<String> examples) {
    public boolean holds() {
        return lost == 0 && oversold == 0 && stale == 0 && diverged == 0;
    }
}
