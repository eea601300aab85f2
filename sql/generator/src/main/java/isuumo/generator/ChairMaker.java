package isuumo.generator;

import java.util.List;

/** Draws chairs. */
final class ChairMaker implements ItemMaker<Chair> {
    static final List<String> KINDS = WordList.read("chair/kinds.txt");
    /** The colours' names, in the order of the condition document. */
    static final List<String> COLORS = WordList.read("chair/colors.txt").stream().map(line -> line.split("\t")[0])
            .toList();
    static final List<String> FEATURES = WordList.read("chair/features.txt");

    private final long seed;
    private final Thumbnails thumbnails;
    private final Names names = Names.of("chair");
    private final List<String> descriptions;

    ChairMaker(long seed) {
        this.seed = seed;
        this.thumbnails = Thumbnails.of("chair", seed);
        this.descriptions = new Descriptions("chair/description.txt").lines(Limits.DESCRIPTIONS,
                Dice.of(seed, "chair descriptions", 0));
    }

    @Override
    public Chair item(int id) {
        Dice dice = Dice.of(seed, "chair", id);
        int picture = dice.below(Limits.THUMBNAILS);
        ChairLook look = ChairLook.of(picture);
        return new Chair(id, names.draw(dice), dice.one(descriptions), thumbnails.path(picture),
                dice.between(Limits.MIN_PRICE_YEN, Limits.MAX_PRICE_YEN), Limits.lengthCm(dice), Limits.lengthCm(dice),
                Limits.lengthCm(dice), look.color().orElseGet(() -> dice.one(ChairLook.COLORS)).name(),
                ItemMaker.drawFeatures(FEATURES, dice), look.kind().name(), Limits.popularity(dice),
                dice.between(Limits.MIN_STOCK, Limits.MAX_STOCK));
    }

    /** Stock 1: verification buys it once, and it must be gone. */
    @Override
    public Chair firstVerifyDraft(int id) {
        return item(id).withStock(1);
    }
}
