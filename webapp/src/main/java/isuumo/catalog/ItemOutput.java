package isuumo.catalog;

import isuumo.gzip.Part;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Writes items in the form that {@link ItemInput} reads. Confined to one thread. */
public final class ItemOutput {
    private final DataOutput out;
    private final Map<String, Integer> numberByWord = new HashMap<>();

    ItemOutput(DataOutput out) {
        this.out = out;
    }

    public void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    public void whole(int value) throws IOException {
        out.writeInt(value);
    }

    public void real(double value) throws IOException {
        out.writeDouble(value);
    }

    /** A text that many items have: once, and then its number. */
    public void word(String word) throws IOException {
        int next = numberByWord.size();
        Integer known = numberByWord.putIfAbsent(word, next);
        if (known != null) {
            out.writeInt(known);
        } else {
            out.writeInt(next);
            out.writeUTF(word);
        }
    }

    public void words(String[] words) throws IOException {
        out.writeInt(words.length);
        for (String word : words) {
            word(word);
        }
    }

    public void part(Part part) throws IOException {
        out.writeInt(part.text().length);
        out.write(part.text());
    }
}
