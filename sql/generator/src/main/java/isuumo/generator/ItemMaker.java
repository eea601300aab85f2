package isuumo.generator;

import java.util.List;

/** Makes the items of one kind. Immutable and thread-safe; item {@code id} depends on the seed and the id alone. */
interface ItemMaker<T> {
    T item(int id);

    /** The first item of the verification drafts. */
    default T firstVerifyDraft(int id) {
        return item(id);
    }

    /** What the three parts of a name are drawn from: a prefix, a property, a noun. */
    record Names(List<String> prefixes, List<String> properties, List<String> nouns) {
        static Names of(String kind) {
            return new Names(WordList.read(kind + "/name_prefixes.txt"), WordList.read(kind + "/name_properties.txt"),
                    WordList.read(kind + "/name_nouns.txt"));
        }

        String draw(Dice dice) {
            return dice.one(prefixes) + dice.one(properties) + dice.one(nouns);
        }
    }

    static String drawFeatures(List<String> features, Dice dice) {
        return String.join(",", dice.distinct(features, dice.between(0, Limits.MAX_FEATURES)));
    }
}
