package isuumo.generator;

import java.util.List;

/** Draws estates. */
final class EstateMaker implements ItemMaker<Estate> {
    static final List<String> FEATURES = WordList.read("estate/features.txt");
    static final Prefectures PREFECTURES = Prefectures.read("estate/prefectures.txt");
    static final List<City> CITIES = WordList.read("estate/cities.txt").stream().map(City::parse).toList();

    private static final List<String> TOWNS = WordList.read("estate/towns.txt");

    private final long seed;
    private final Thumbnails thumbnails;
    private final Names names = Names.of("estate");
    private final List<String> descriptions;

    /** A real city, the prefecture it is in, and its centre, in degrees. */
    record City(String name, String prefecture, double latitude, double longitude) {
        static City parse(String line) {
            String[] fields = line.split("\t");
            return new City(fields[0], PREFECTURES.of(fields[0]), Double.parseDouble(fields[1]),
                    Double.parseDouble(fields[2]));
        }
    }

    /** Where a home is, in degrees. */
    private record Place(double latitude, double longitude) {}

    EstateMaker(long seed) {
        this.seed = seed;
        this.thumbnails = Thumbnails.of("estate", seed);
        this.descriptions = new Descriptions("estate/description.txt").lines(Limits.DESCRIPTIONS,
                Dice.of(seed, "estate descriptions", 0));
    }

    @Override
    public Estate item(int id) {
        Dice dice = Dice.of(seed, "estate", id);
        City city = dice.one(CITIES);
        Place place = place(city, dice);
        return new Estate(id, thumbnails.path(dice.below(Limits.THUMBNAILS)), names.draw(dice), dice.one(descriptions),
                place.latitude(), place.longitude(), address(city, dice),
                dice.between(Limits.MIN_RENT_YEN, Limits.MAX_RENT_YEN), Limits.lengthCm(dice), Limits.lengthCm(dice),
                ItemMaker.drawFeatures(FEATURES, dice), Limits.popularity(dice));
    }

    /** Normal around the city, drawn again in the sea or another prefecture: 2.8 draws on average, 12 in Naha. */
    private static Place place(City city, Dice dice) {
        Place place;
        do {
            place = new Place(city.latitude() + Limits.CITY_DEVIATION_DEGREES * dice.normal(),
                    city.longitude() + Limits.CITY_DEVIATION_DEGREES * dice.normal());
        } while (!PREFECTURES.contains(city.prefecture(), place.latitude(), place.longitude()));
        return place;
    }

    /** City, town, block, lot and house number, as Japanese addresses go; only the city is real. */
    private static String address(City city, Dice dice) {
        return city.name() + dice.one(TOWNS) + dice.between(1, 9) + "丁目" + dice.between(1, 40) + "番"
                + dice.between(1, 30)
                + "号";
    }
}
