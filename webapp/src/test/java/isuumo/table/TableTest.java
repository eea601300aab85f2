package isuumo.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.testing.Rows;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A description whose columns, and what makes a row of them, are about the same values. */
class TableTest {
    /** No two values of a type are the same. */
    private static final ChairRow CHAIR = new ChairRow(1, "a", "b", "c", 2, 3, 4, 5, "d", "e", "f", 6, 7);
    private static final EstateRow ESTATE = new EstateRow(1, "a", "b", "c", "d", 1.5, 2.5, 2, 3, 4, "e", 5);

    @Test
    void aRowIsMadeOfItsColumnsValues() {
        assertEquals(CHAIR, Rows.with(ChairRow.TABLE, CHAIR, Map.of()));
        assertEquals(ESTATE, Rows.with(EstateRow.TABLE, ESTATE, Map.of()));
    }

    @Test
    void aKeyIsTheNameInCamelCase() {
        assertEquals("id, name, description, thumbnail, address, latitude, longitude, rent, door_height, door_width, "
                + "features, popularity", EstateRow.TABLE.columnNames());
        assertEquals("doorHeight", EstateRow.TABLE.columns().get(8).key());
        assertEquals("id", EstateRow.TABLE.columns().get(0).key());
    }
}
