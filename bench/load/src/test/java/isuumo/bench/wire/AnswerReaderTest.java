package isuumo.bench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.answers.WireJson;
import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.fault.SmallData;
import isuumo.bench.http.Reply;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.Truth;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerReaderTest {
    private static final DataSet DATA = SmallData.of(9);

    private final Truth truth = new Truth(DATA);
    private final AnswerReader<Chair, ChairEntry> reader = new AnswerReader<>("chairs", Chair.class, truth::chair);

    /** In the middle of a buffer, as a connection has it. */
    private static Reply reply(String body) {
        byte[] bytes = ("head" + body + "tail").getBytes(StandardCharsets.UTF_8);
        return new Reply(200, bytes, 4, bytes.length - 4, 0, 0);
    }

    private static String list() {
        return WireJson.counted(3, WireJson.chairs(DATA.chairs().subList(0, 3))).toString();
    }

    private Listing<ChairEntry> quick(String body) {
        Reply reply = reply(body);
        return new QuickListReader<>(reply.bytes(), reply.from(), reply.to(), "chairs", truth::chair,
                (_, _, _, _) -> -1).read();
    }

    @Test
    void whatWasProvenOnceIsReadQuicklyAndReadTheSame() throws Exception {
        assertNull(quick(list()), "nothing is proven yet");
        Listing<ChairEntry> parsed = reader.list(reply(list()));
        assertEquals(3, parsed.count());
        assertEquals(List.of(1, 2, 3), parsed.entries().stream().map(e -> e.item().id()).toList());
        assertNotNull(quick(list()));
        assertEquals(parsed, quick(list()));
        assertEquals(parsed, quick(list().replace("},{", "} ,\n {")));
    }

    @Test
    void aChangedByteAfterTheProofIsFound() throws Exception {
        reader.list(reply(list()));
        String altered = list().replace("イス 2", "イス 7");
        Listing<ChairEntry> found = reader.list(reply(altered));
        assertEquals(2, found.altered().item().id());
        assertNull(reader.list(reply(list())).altered());
    }

    @Test
    void theQuickReaderLeavesEverythingUnusualToTheParser() throws Exception {
        reader.list(reply(list()));
        for (String unusual : List.of(list() + "x", list().replace("]}", "]"), list().replace("[{", "[,{"),
                list().replace("3,", "3.5,"), list().replace("\"count\":3", "\"count\":-3"),
                list().replace("chairs", "cheirs"), list().replace("},{", "}{"))) {
            assertNull(quick(unusual), unusual);
        }
    }

    @Test
    void aDetailIsComparedWhole() throws Exception {
        ChairEntry second = truth.chair(2);
        String body = WireJson.chair(second.item()).toString();
        assertTrue(reader.isItem(reply(body), second));
        assertTrue(reader.isItem(reply(body), second), "now by its bytes");
        assertFalse(reader.isItem(reply(body.replace("\"price\":", "\"price\":1")), second));
        assertFalse(reader.isItem(reply(WireJson.chair(truth.chair(3).item()).toString()), second));
        assertThrows(Unreadable.class, () -> reader.isItem(reply(body + body), second));
    }

    @Test
    void whatIsNoListIsUnreadable() {
        for (String body : List.of("", "[]", "{}", "null", "{\"chairs\":1}", "{\"chairs\":[null]}", "{\"chairs\":[1]}",
                "{\"chairs\":[]}}", "{\"chairs\":[{\"id\":\"x\"}]}", "{\"chairs\":[")) {
            assertThrows(Unreadable.class, () -> reader.list(reply(body)), body);
        }
    }
}
