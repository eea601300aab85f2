package isuumo.bench.story;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Against the contract's list of crawlers, said here once more. */
final class UserAgentsTest {
    private static final List<Pattern> CRAWLERS = List.of(Pattern.compile("ISUCONbot(-Mobile)?"),
            Pattern.compile("ISUCONbot-Image/"), Pattern.compile("Mediapartners-ISUCON"),
            Pattern.compile("ISUCONCoffee"), Pattern.compile("ISUCONFeedSeeker(Beta)?"),
            Pattern.compile("crawler \\(https://isucon\\.invalid/(support/faq|help/jp)/"), Pattern.compile("isubot"),
            Pattern.compile("Isupider"), Pattern.compile("Isupider(-image)?\\+"),
            Pattern.compile("(bot|crawler|spider)([-_ ./;@()]|$)", Pattern.CASE_INSENSITIVE));

    private static boolean isCrawler(String userAgent) {
        return CRAWLERS.stream().anyMatch(p -> p.matcher(userAgent).find());
    }

    @Test
    void everyBotIsACrawlerAndNoPersonIs() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            String bot = UserAgents.bot(random);
            assertTrue(isCrawler(bot), bot);
            String person = UserAgents.person(random);
            assertFalse(isCrawler(person), person);
        }
        assertFalse(isCrawler(UserAgents.VERIFY) || isCrawler(UserAgents.INITIALIZE));
    }

    @Test
    void everyRuleIsTried() {
        for (Pattern rule : CRAWLERS) {
            assertTrue(UserAgents.BOTS.stream().anyMatch(bot -> rule.matcher(bot).find()), rule::pattern);
        }
    }
}
