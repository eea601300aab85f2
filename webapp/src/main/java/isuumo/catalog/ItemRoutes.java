package isuumo.catalog;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.http.ApiError;
import isuumo.http.JsonReply;
import isuumo.http.Params;

/**
 * The endpoints of a kind that read, and that every kind has; the paths stand in {@code Main}.
 *
 * @param <C> the kind's catalog
 */
public class ItemRoutes<C extends Catalog<?, ?, ?, C>> {
    private final Items<?, ?, ?, C> items;

    public ItemRoutes(Items<?, ?, ?, C> items) {
        this.items = items;
    }

    public final void detail(ServerRequest request, ServerResponse response) {
        long id = Params.id(request);
        C catalog = items.catalogWith(id);
        byte[] json = catalog.detail(id);
        if (json == null) {
            throw catalog.exists(id)
                    ? ApiError.notFound(capitalized(items.kind().name()) + " " + id + " is sold out")
                    : unknown(id);
        }
        JsonReply.send(response, json);
    }

    public final void search(ServerRequest request, ServerResponse response) {
        C catalog = items.catalog();
        JsonReply.send(request, response, catalog.search(catalog.criteria(new Params(request))));
    }

    public final void lowPriced(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, items.catalog().lowPriced());
    }

    public final void conditions(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, items.catalog().conditions().json());
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    protected final ApiError unknown(long id) {
        String name = items.kind().name();
        return ApiError.unknownRow(Status.NOT_FOUND_404, "There is no " + name + " " + id, "/api/" + name + "/" + id);
    }
}
