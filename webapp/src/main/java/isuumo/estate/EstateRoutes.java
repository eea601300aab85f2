package isuumo.estate;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.http.ApiError;
import isuumo.http.CsvFields;
import isuumo.http.CsvUpload;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import isuumo.http.Params;
import isuumo.store.DuplicateIdException;
import isuumo.store.EstateRow;
import java.sql.SQLException;
import java.util.List;

/** The estate endpoints; the paths stand in {@code Main}. */
public final class EstateRoutes {
    private final Estates estates;

    public EstateRoutes(Estates estates) {
        this.estates = estates;
    }

    public void detail(ServerRequest request, ServerResponse response) {
        long id = Params.id(request);
        byte[] json = estates.catalogWith(id).detail(id);
        if (json == null) {
            throw unknown(id);
        }
        JsonReply.send(response, json);
    }

    public void search(ServerRequest request, ServerResponse response) {
        EstateCatalog catalog = estates.catalog();
        JsonReply.send(request, response, catalog.search(EstateCriteria.of(new Params(request), catalog.conditions())));
    }

    public void lowPriced(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, estates.catalog().lowPriced());
    }

    public void conditions(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, estates.catalog().conditions().json());
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

    public void upload(ServerRequest request, ServerResponse response) throws SQLException {
        List<EstateRow> rows = rows(request);
        try {
            estates.add(rows);
        } catch (DuplicateIdException e) {
            throw ApiError.conflict("An estate of the file exists already; nothing was stored: " + e.getMessage());
        }
        response.status(Status.CREATED_201).send();
    }

    /** All of an upload but the database; nothing is stored, and nothing shown. */
    public void rehearseUpload(ServerRequest request, ServerResponse response) {
        estates.rehearse(rows(request));
        response.status(Status.CREATED_201).send();
    }

    private static List<EstateRow> rows(ServerRequest request) {
        return CsvUpload.read(request, "estates", EstateRoutes::row, EstateRow::id);
    }

    /** Columns in the contract's order, limits of the table. */
    private static EstateRow row(CsvFields csv) {
        EstateRow row = new EstateRow(csv.integer("id"), csv.text("name", 64), csv.text("description", 4096),
                csv.text("thumbnail", 128), csv.text("address", 128), csv.real("latitude"), csv.real("longitude"),
                csv.integer("rent"), csv.integer("doorHeight"), csv.integer("doorWidth"), csv.text("features", 64),
                csv.integer("popularity"));
        csv.end();
        return row;
    }

    private static ApiError unknown(long id) {
        return ApiError.unknownRow(Status.NOT_FOUND_404, "There is no estate " + id, "/api/estate/" + id);
    }
}
