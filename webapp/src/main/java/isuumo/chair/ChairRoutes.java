package isuumo.chair;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.http.ApiError;
import isuumo.http.CsvFields;
import isuumo.http.CsvUpload;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import isuumo.http.Params;
import isuumo.store.ChairRow;
import isuumo.store.DuplicateIdException;
import java.sql.SQLException;
import java.util.List;

/** The chair endpoints; the paths stand in {@code Main}. */
public final class ChairRoutes {
    private final Chairs chairs;

    public ChairRoutes(Chairs chairs) {
        this.chairs = chairs;
    }

    public void detail(ServerRequest request, ServerResponse response) {
        long id = Params.id(request);
        ChairCatalog catalog = chairs.catalogWith(id);
        byte[] json = catalog.detail(id);
        if (json == null) {
            throw catalog.exists(id)
                    ? ApiError.notFound("Chair " + id + " is sold out")
                    : ApiError.unknownRow(Status.NOT_FOUND_404, "There is no chair " + id, "/api/chair/" + id);
        }
        JsonReply.send(response, json);
    }

    public void search(ServerRequest request, ServerResponse response) {
        ChairCatalog catalog = chairs.catalog();
        JsonReply.send(request, response, catalog.search(ChairCriteria.of(new Params(request), catalog.conditions())));
    }

    public void lowPriced(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, chairs.catalog().lowPriced());
    }

    public void conditions(ServerRequest request, ServerResponse response) {
        JsonReply.send(request, response, chairs.catalog().conditions().json());
    }

    public void buy(ServerRequest request, ServerResponse response) throws SQLException {
        JsonBody.email(request);
        long id = Params.id(request);
        if (!chairs.buy(id)) {
            throw ApiError.notFound("There is no chair " + id + ", or it is sold out");
        }
        response.send();
    }

    public void upload(ServerRequest request, ServerResponse response) throws SQLException {
        List<ChairRow> rows = rows(request);
        try {
            chairs.add(rows);
        } catch (DuplicateIdException e) {
            throw ApiError.conflict("A chair of the file exists already; nothing was stored: " + e.getMessage());
        }
        response.status(Status.CREATED_201).send();
    }

    /** All of an upload but the database; nothing is stored, and nothing shown. */
    public void rehearseUpload(ServerRequest request, ServerResponse response) {
        chairs.rehearse(rows(request));
        response.status(Status.CREATED_201).send();
    }

    private static List<ChairRow> rows(ServerRequest request) {
        return CsvUpload.read(request, "chairs", ChairRoutes::row, ChairRow::id);
    }

    /** Columns in the contract's order, limits of the table. */
    private static ChairRow row(CsvFields csv) {
        ChairRow row = new ChairRow(csv.integer("id"), csv.text("name", 64), csv.text("description", 4096),
                csv.text("thumbnail", 128), csv.integer("price"), csv.integer("height"), csv.integer("width"),
                csv.integer("depth"), csv.text("color", 64), csv.text("features", 64), csv.text("kind", 64),
                csv.integer("popularity"), csv.count("stock"));
        csv.end();
        return row;
    }
}
