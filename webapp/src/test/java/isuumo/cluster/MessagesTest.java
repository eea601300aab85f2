package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final GtidSet POSITION = GtidSet.parse("0-1-42");

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReportComesAsItWasSent(boolean settled) throws Exception {
        Report report = new Report("isu2", 7, POSITION, settled);
        assertEquals(report, Messages.report(mapper.readTree(Messages.json(report))));
    }

    @ParameterizedTest
    @EnumSource(Grant.class)
    void aReplyComesAsItWasSent(Grant grant) {
        Reply reply = new Reply(7, grant, POSITION);
        assertEquals(reply, Messages.reply(Messages.json(reply)));
    }

    @Test
    void anEarlierReleaseIsNeitherSettledNorParting() throws Exception {
        assertEquals(new Report("isu2", 7, POSITION, false),
                Messages.report(mapper.readTree("{\"host\":\"isu2\",\"session\":7,\"position\":\"0-1-42\"}")));
        assertEquals(new Reply(7, Grant.USUAL, POSITION), Messages.reply(
                "{\"session\":7,\"granted\":true,\"required\":\"0-1-42\"}".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"session\":7,\"position\":\"\"}", "{\"host\":\"isu2\",\"position\":\"\"}",
            "{\"host\":\"isu2\",\"session\":7}", "{\"host\":null,\"session\":7,\"position\":\"\"}",
            "{\"host\":\"isu2\",\"session\":7,\"position\":\"7\"}",
            "{\"host\":\"isu2\",\"session\":[],\"position\":\"\"}",
            "{\"host\":\"isu2\",\"session\":\"7\",\"position\":\"\"}",
            "{\"host\":2,\"session\":7,\"position\":\"\"}",
            "{\"host\":\"isu2\",\"session\":7.5,\"position\":\"\"}",
            "{\"host\":\"isu2\",\"session\":7,\"position\":\"\",\"settled\":1}"})
    void aReportThatLacksSomethingOrHasAnotherTypeIsRefused(String json) throws Exception {
        JsonNode report = mapper.readTree(json);
        assertThrows(IllegalArgumentException.class, () -> Messages.report(report));
    }

    @Test
    void theBytesAreThoseOfEarlierReleases() {
        assertEquals("{\"host\":\"isu2\",\"session\":7,\"position\":\"0-1-42\",\"settled\":true}",
                new String(Messages.json(new Report("isu2", 7, POSITION, true)), StandardCharsets.UTF_8));
        assertEquals("{\"session\":7,\"granted\":true,\"parting\":true,\"required\":\"0-1-42\"}",
                new String(Messages.json(new Reply(7, Grant.PARTING, POSITION)), StandardCharsets.UTF_8));
    }
}
