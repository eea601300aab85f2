package isuumo.recommend;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.chair.Chairs;
import isuumo.chair.ShortSides;
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
        ShortSides sides = chairs.catalogWith(id).shortSides(id);
        if (sides == null) {
            throw ApiError.unknownRow(Status.BAD_REQUEST_400, "There is no chair " + id, // the contract: not 404
                    "/api/recommended_estate/" + id);
        }
        JsonReply.send(request, response, estates.catalog().passing(sides.shortest(), sides.second()));
    }
}
