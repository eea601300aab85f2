package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrefecturesTest {
    private static final Prefectures PREFECTURES = Prefectures.read("estate/prefectures.txt");

    @Test
    void thereAreFortySeven() {
        List<String> names = WordList.read("estate/prefectures.txt").stream().map(line -> line.split("\t")[0])
                .distinct()
                .toList();
        assertEquals(47, names.size());
        assertTrue(names.stream().allMatch(name -> name.matches("..[都府県]|...県|北海道")), names.toString());
    }

    @Test
    void everyCityIsInsideItsPrefectureAndNoOther() {
        for (EstateMaker.City city : EstateMaker.CITIES) {
            for (EstateMaker.City other : EstateMaker.CITIES) {
                assertEquals(city.prefecture().equals(other.prefecture()),
                        PREFECTURES.contains(other.prefecture(), city.latitude(), city.longitude()),
                        city + " in " + other.prefecture());
            }
        }
    }

    @Test
    void baysAndTheOpenSeaAreInNone() {
        for (double[] sea : new double[][]{{35.45, 139.85}, {34.5, 135.2}, {34.7, 136.75}, {38, 136}, {30, 145}}) {
            for (EstateMaker.City city : EstateMaker.CITIES) {
                assertFalse(PREFECTURES.contains(city.prefecture(), sea[0], sea[1]), city.prefecture());
            }
        }
    }

    @Test
    void anIslandBelongsToItsPrefecture() {
        assertTrue(PREFECTURES.contains("新潟県", 38.05, 138.35), "Sado");
        assertTrue(PREFECTURES.contains("兵庫県", 34.38, 134.83), "Awaji");
    }

    @Test
    void anAddressBeginsWithItsPrefecture() {
        assertEquals("京都府", PREFECTURES.of("京都府京都市桜台1丁目"));
        assertThrows(IllegalArgumentException.class, () -> PREFECTURES.of("Kyoto"));
    }
}
