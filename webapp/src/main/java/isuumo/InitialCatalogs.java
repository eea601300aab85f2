package isuumo;

import isuumo.catalog.Conditions;
import isuumo.catalog.Footprint;
import isuumo.chair.ChairCatalog;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.store.InitialRows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is served when the tables hold exactly the initial rows.
 *
 * @param rows which ones those are
 */
record InitialCatalogs(InitialRows rows, ChairCatalog chairs, EstateCatalog estates) {

    /** By what is searched. */
    record Searches(Conditions chairs, Conditions estates) {
        static Searches of(DataDirectory data) {
            return new Searches(ChairCatalog.conditions(data.chairConditions()),
                    EstateCatalog.conditions(data.estateConditions()));
        }
    }

    /** What both take in memory. */
    Footprint footprint() {
        return chairs.footprint().plus(estates.footprint());
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(rows.fingerprint());
        out.writeUTF(rows.chairs());
        out.writeUTF(rows.estates());
        chairs.write(out);
        estates.write(out);
    }

    /** What {@link #write} wrote, with indexes by other conditions perhaps. */
    static InitialCatalogs read(DataInput in, Searches searches) throws IOException {
        InitialRows rows = new InitialRows(in.readUTF(), in.readUTF(), in.readUTF());
        ChairCatalog chairs = ChairCatalog.read(in, searches.chairs());
        return new InitialCatalogs(rows, chairs, EstateCatalog.read(in, searches.estates()));
    }
}
