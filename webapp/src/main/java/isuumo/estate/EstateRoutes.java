package isuumo.estate;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.catalog.ItemRoutes;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import isuumo.http.Params;

/** With the endpoints that only estates have. */
public final class EstateRoutes extends ItemRoutes<EstateCatalog> {
    private final Estates estates;

    public EstateRoutes(Estates estates) {
        super(estates);
        this.estates = estates;
    }

    public void nazotte(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, estates.catalog().nazotte(JsonBody.read(request, NazotteBody::read)));
    }

    /** Checks the request; the contract stores nothing. */
    public void requestDocument(ServerRequest request, ServerResponse response) {
        JsonBody.email(request);
        long id = Params.id(request);
        if (!estates.catalogWith(id).exists(id)) {
            throw unknown(id);
        }
        response.send();
    }
}
