package isuumo.bench.story;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The User-Agents of the contest: people's, and crawlers that its bot rules match. */
public final class UserAgents {
    public static final String INITIALIZE = "isucon-initialize";
    public static final String VERIFY = "isucon-verify";

    private static final List<String> PEOPLE = List.of("ISUCON Nickel", "Icetanuki", "Web Browser", "Explorer",
            "Edge");
    private static final List<String> SUFFIXES = List.of("", " mobile", " bottle", " alpha", " beta");

    /** One or more for each of the contract's expressions. */
    static final List<String> BOTS = List.of("ISUCONbot", "ISUCONbot-Mobile", "ISUCONbot-Image/",
            "Mediapartners-ISUCON", "ISUCONCoffee", "ISUCONFeedSeeker", "ISUCONFeedSeekerBeta",
            "crawler (https://isucon.invalid/support/faq/", "crawler (https://isucon.invalid/help/jp/", "isubot",
            "Isupider", "Isupider+", "Isupider-image+", "bot-", "Crawler_", "spider ", "BOT.", "crawler/", "Spider;",
            "bot@", "CRAWLER(", "spider)", "Bot");

    private UserAgents() {}

    public static String person(RandomGenerator random) {
        return pick(PEOPLE, random) + pick(SUFFIXES, random) + "-" + uuid(random);
    }

    public static String bot(RandomGenerator random) {
        String bot = pick(BOTS, random);
        return bot.equals("Bot") ? uuid(random) + bot : bot + uuid(random); // one rule wants the end of the string
    }

    private static String uuid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String pick(List<String> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
