package isuumo.bench.answers;

/** A request and the answer to it, as the contest's recordings hold them; bodies are text. */
public record Recorded(Request request, Response response) {

    /** @param resource path, not including the query; query and body may be empty */
    public record Request(String method, String resource, String query, String body) {
        public String pathAndQuery() {
            return query.isEmpty() ? resource : resource + "?" + query;
        }
    }

    /** @param body JSON text; empty where the answer has no body, or where only the status matters */
    public record Response(int statusCode, String body) {}
}
