package isuumo.bench.score;

/** What requests are counted under. Bots have one of their own, lest their answers colour what people see. */
public enum Endpoint {
    INITIALIZE("POST /initialize"),
    CHAIR_DETAIL("GET /api/chair/{id}"),
    CHAIR_SEARCH("GET /api/chair/search"),
    CHAIR_CONDITION("GET /api/chair/search/condition"),
    CHAIR_LOW_PRICED("GET /api/chair/low_priced"),
    CHAIR_BUY("POST /api/chair/buy/{id}"),
    CHAIR_UPLOAD("POST /api/chair"),
    ESTATE_DETAIL("GET /api/estate/{id}"),
    ESTATE_SEARCH("GET /api/estate/search"),
    ESTATE_CONDITION("GET /api/estate/search/condition"),
    ESTATE_LOW_PRICED("GET /api/estate/low_priced"),
    ESTATE_DOCUMENT("POST /api/estate/req_doc/{id}"),
    ESTATE_UPLOAD("POST /api/estate"),
    NAZOTTE("POST /api/estate/nazotte"),
    RECOMMENDED("GET /api/recommended_estate/{id}"),
    BOT("bots, all requests");

    private final String label;

    Endpoint(String label) {
        this.label = label;
    }

    /** Method and path, as messages and reports name it. */
    public String label() {
        return label;
    }
}
