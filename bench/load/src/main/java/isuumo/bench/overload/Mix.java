package isuumo.bench.overload;

import isuumo.bench.data.DataSet;
import isuumo.bench.story.RandomPolygon;
import isuumo.bench.story.RandomQuery;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Random requests: of 50, 26 searches, 16 details, 4 drawings, 2 lists and 2 purchases. Immutable. */
public final class Mix {
    private static final int SIDES = 50;
    private static final int PER_PAGE = 25;
    private static final int LEVELS = 6;
    private static final int PAGES = 3;
    private static final byte[] BUYER = "{\"email\":\"buyer@isucon.com\"}".getBytes(StandardCharsets.UTF_8);

    private final DataSet data;
    private final boolean purchases;

    /** @param purchases whether there are any; else there are that many more details */
    public Mix(DataSet data, boolean purchases) {
        this.data = data;
        this.purchases = purchases;
    }

    /** @param body null for a GET */
    record Request(String path, byte[] body, boolean isPurchase) {
        static Request get(String path) {
            return new Request(path, null, false);
        }
    }

    Request next(RandomGenerator dice) {
        int side = dice.nextInt(SIDES);
        if (side < 13) {
            return search("chair", RandomQuery.chairs(data.chairConditions(), dice.nextInt(LEVELS), dice), dice);
        } else if (side < 26) {
            return search("estate", RandomQuery.estates(data.estateConditions(), dice.nextInt(LEVELS), dice), dice);
        } else if (side < 34) {
            return Request.get("/api/chair/" + anyChair(dice));
        } else if (side < 42) {
            return Request.get("/api/estate/" + data.estates().get(dice.nextInt(data.estates().size())).id());
        } else if (side < 46) {
            byte[] ring = RandomPolygon.body(RandomPolygon.ring(dice)).getBytes(StandardCharsets.UTF_8);
            return new Request("/api/estate/nazotte", ring, false);
        } else if (side < 48) {
            return Request.get(side == 46 ? "/api/chair/low_priced" : "/api/estate/low_priced");
        }
        if (!purchases) {
            return Request.get("/api/chair/" + anyChair(dice));
        }
        return new Request("/api/chair/buy/" + anyChair(dice), BUYER, true);
    }

    private int anyChair(RandomGenerator dice) {
        return data.chairs().get(dice.nextInt(data.chairs().size())).id();
    }

    private static Request search(String kind, Map<String, String> query, RandomGenerator dice) {
        return Request.get("/api/" + kind + "/search?" + RandomQuery.encode(query, dice.nextInt(PAGES), PER_PAGE));
    }
}
