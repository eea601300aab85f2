package isuumo.recommend;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.chair.ChairCatalog.ShortSides;
import isuumo.chair.Chairs;
import isuumo.estate.Estates;
import isuumo.http.ApiError;
import isuumo.http.JsonReply;
import isuumo.http.Params;

/** The recommendation endpoint; the path stands in {@code Main}. */
public final class RecommendRoutes {
    private final Chairs chairs;
    private final Estates estates;

    public RecommendRoutes(Chairs chairs, Estates estates) {
        this.chairs = chairs;
        this.estates = estates;
    }

    /** A chair passes a door that lets its two shortest sides through, turned whichever way. */
    public void recommend(ServerRequest request, ServerResponse response) {
        long id = Params.id(request);
        ShortSides sides = chairs.catalog().shortSides(id);
        if (sides == null) {
            throw ApiError.badRequest("There is no chair " + id); // the contract: 400, not 404
        }
        JsonReply.send(response, estates.catalog().passing(sides.shortest(), sides.second()));
    }
}
