package isuumo.bench.answers;

import isuumo.bench.score.Endpoint;

/** The kinds of recorded answers; folder names are the contest's. */
public enum Kind {
    CHAIR_DETAIL("chair_detail", Endpoint.CHAIR_DETAIL, false),
    CHAIR_SEARCH("chair_search", Endpoint.CHAIR_SEARCH, false),
    CHAIR_CONDITION("chair_search_condition", Endpoint.CHAIR_CONDITION, true),
    CHAIR_LOW_PRICED("chair_low_priced", Endpoint.CHAIR_LOW_PRICED, true),
    ESTATE_DETAIL("estate_detail", Endpoint.ESTATE_DETAIL, false),
    ESTATE_SEARCH("estate_search", Endpoint.ESTATE_SEARCH, false),
    ESTATE_CONDITION("estate_search_condition", Endpoint.ESTATE_CONDITION, true),
    ESTATE_LOW_PRICED("estate_low_priced", Endpoint.ESTATE_LOW_PRICED, true),
    RECOMMENDED("recommended_estate_with_chair", Endpoint.RECOMMENDED, false),
    NAZOTTE("estate_nazotte", Endpoint.NAZOTTE, false);

    private final String folder;
    private final Endpoint endpoint;
    private final boolean single;

    Kind(String folder, Endpoint endpoint, boolean single) {
        this.folder = folder;
        this.endpoint = endpoint;
        this.single = single;
    }

    public String folder() {
        return folder;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether all requests of this kind are the same, so that one is enough. */
    public boolean single() {
        return single;
    }
}
