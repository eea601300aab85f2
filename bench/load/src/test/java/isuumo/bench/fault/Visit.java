package isuumo.bench.fault;

import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.score.Endpoint;
import isuumo.bench.story.UserAgents;
import java.util.regex.Pattern;

/** A request, who makes it, and which endpoint it is. */
record Visit(Request request, Endpoint endpoint, Who who) {
    private static final Pattern PERSON = Pattern.compile("(ISUCON Nickel|Icetanuki|Web Browser|Explorer|Edge)"
            + "( mobile| bottle| alpha| beta)?-[0-9a-f-]{36}");

    /** Who asks, by User-Agent. */
    enum Who {
        INITIALIZER, VERIFIER, PERSON, BOT
    }

    static Visit of(Request request, String userAgent) {
        Who who = switch (userAgent) {
            case UserAgents.INITIALIZE -> Who.INITIALIZER;
            case UserAgents.VERIFY -> Who.VERIFIER;
            default -> PERSON.matcher(userAgent).matches() ? Who.PERSON : Who.BOT;
        };
        return new Visit(request, endpoint(request), who);
    }

    boolean bot() {
        return who == Who.BOT;
    }

    boolean person() {
        return who == Who.PERSON;
    }

    boolean verifier() {
        return who == Who.VERIFIER;
    }

    boolean at(Endpoint wanted) {
        return endpoint == wanted;
    }

    boolean scores() {
        return endpoint == Endpoint.CHAIR_BUY || endpoint == Endpoint.ESTATE_DOCUMENT;
    }

    /** The id at the path's end. */
    int id() {
        String path = request.resource();
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Endpoint endpoint(Request request) {
        String path = request.resource();
        return switch (path) {
            case "/initialize" -> Endpoint.INITIALIZE;
            case "/api/chair" -> Endpoint.CHAIR_UPLOAD;
            case "/api/estate" -> Endpoint.ESTATE_UPLOAD;
            case "/api/chair/search" -> Endpoint.CHAIR_SEARCH;
            case "/api/estate/search" -> Endpoint.ESTATE_SEARCH;
            case "/api/chair/search/condition" -> Endpoint.CHAIR_CONDITION;
            case "/api/estate/search/condition" -> Endpoint.ESTATE_CONDITION;
            case "/api/chair/low_priced" -> Endpoint.CHAIR_LOW_PRICED;
            case "/api/estate/low_priced" -> Endpoint.ESTATE_LOW_PRICED;
            case "/api/estate/nazotte" -> Endpoint.NAZOTTE;
            default -> {
                String folder = path.substring(0, path.lastIndexOf('/'));
                yield switch (folder) {
                    case "/api/chair" -> Endpoint.CHAIR_DETAIL;
                    case "/api/estate" -> Endpoint.ESTATE_DETAIL;
                    case "/api/chair/buy" -> Endpoint.CHAIR_BUY;
                    case "/api/estate/req_doc" -> Endpoint.ESTATE_DOCUMENT;
                    case "/api/recommended_estate" -> Endpoint.RECOMMENDED;
                    default -> throw new IllegalArgumentException(path);
                };
            }
        };
    }
}
