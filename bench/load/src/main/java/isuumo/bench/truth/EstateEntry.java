package isuumo.bench.truth;

import isuumo.bench.data.Estate;

/** An estate as the benchmark knows it. */
public final class EstateEntry extends Entry<Estate> {
    private final MicroPoint place;

    EstateEntry(Estate estate, boolean draft) {
        super(estate, draft);
        this.place = MicroPoint.of(estate.point());
    }

    /** Rounded to 6 decimals, as the polygon test wants it. */
    public MicroPoint place() {
        return place;
    }
}
