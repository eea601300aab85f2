package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ValueIndexTest {
    @Test
    void equalityIsByCodePoint() {
        ValueIndex index = new ValueIndex(new String[]{"赤", "赤", "赤 ", "Red", "red", "e\u0301", "é"});
        assertEquals(2, index.rows("赤").count());
        assertEquals(1, index.rows("赤 ").count());
        assertEquals(1, index.rows("red").count());
        assertEquals(1, index.rows("é").count());
        assertEquals(0, index.rows("青").count());
    }
}
