package isuumo.differential;

import java.util.List;

/** The contract's rule for a point and a closed ring, in exact integer arithmetic. */
final class EvenOdd {
    enum Place {
        INSIDE, OUTSIDE, BOUNDARY
    }

    private EvenOdd() {}

    static Place locate(List<MicroDegrees> ring, MicroDegrees p) {
        boolean inside = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            MicroDegrees a = ring.get(i);
            MicroDegrees b = ring.get(i + 1);
            long side = side(a, b, p);
            if (side == 0 && between(a.latitude(), p.latitude(), b.latitude())
                    && between(a.longitude(), p.longitude(), b.longitude())) {
                return Place.BOUNDARY;
            }
            boolean upward = a.longitude() <= p.longitude() && p.longitude() < b.longitude();
            boolean downward = b.longitude() <= p.longitude() && p.longitude() < a.longitude();
            if (upward && side > 0 || downward && side < 0) {
                inside = !inside;
            }
        }
        return inside ? Place.INSIDE : Place.OUTSIDE;
    }

    /** Positive: p lies left of the way from a to b; negative: right; 0: on its line. Below 2^59 for degrees. */
    static long side(MicroDegrees a, MicroDegrees b, MicroDegrees p) {
        return (b.latitude() - a.latitude()) * (p.longitude() - a.longitude())
                - (b.longitude() - a.longitude()) * (p.latitude() - a.latitude());
    }

    private static boolean between(long a, long x, long b) {
        return Math.min(a, b) <= x && x <= Math.max(a, b);
    }

    /** Whether no two edges meet but neighbours in their common vertex. */
    static boolean isSimple(List<MicroDegrees> ring) {
        int edges = ring.size() - 1;
        for (int i = 0; i < edges; i++) {
            for (int j = i + 1; j < edges; j++) {
                boolean neighbours = j == i + 1 || i == 0 && j == edges - 1;
                if (neighbours ? foldBack(ring, i, j) : meet(ring, i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean foldBack(List<MicroDegrees> ring, int i, int j) {
        MicroDegrees a = ring.get(i);
        MicroDegrees b = ring.get(i + 1);
        return side(a, b, ring.get(j)) == 0 && side(a, b, ring.get(j + 1)) == 0;
    }

    private static boolean meet(List<MicroDegrees> ring, int i, int j) {
        MicroDegrees a = ring.get(i);
        MicroDegrees b = ring.get(i + 1);
        MicroDegrees c = ring.get(j);
        MicroDegrees d = ring.get(j + 1);
        return Long.signum(side(a, b, c)) * Long.signum(side(a, b, d)) <= 0
                && Long.signum(side(c, d, a)) * Long.signum(side(c, d, b)) <= 0;
    }
}
