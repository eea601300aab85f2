package isuumo.generator;

import java.util.List;
import java.util.Optional;

/**
 * What picture {@code n} shows: its kind of chair and, for most, its colour.
 *
 * <p>Pictures and colours must both be uniform, and a red chair should look red. So the 1,000 pictures hold as many whole
 * rounds of the 48 pairs of kind and colour as fit (960); the remaining 40 show chairs of many colours, and their chairs'
 * colour is drawn freely.
 */
record ChairLook(String kind, Optional<String> color) {
    static ChairLook of(int n, List<String> kinds, List<String> colors) {
        int pairs = kinds.size() * colors.size();
        boolean whole = n < Limits.THUMBNAILS / pairs * pairs;
        String kind = kinds.get(n % kinds.size());
        return new ChairLook(kind,
                whole ? Optional.of(colors.get(n / kinds.size() % colors.size())) : Optional.empty());
    }
}
