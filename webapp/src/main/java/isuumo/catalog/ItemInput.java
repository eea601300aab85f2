package isuumo.catalog;

import isuumo.gzip.Part;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ItemOutput} wrote, value by value. Confined to one thread. */
public final class ItemInput {
    private final DataInput in;
    private final List<String> words = new ArrayList<>();

    ItemInput(DataInput in) {
        this.in = in;
    }

    public boolean flag() throws IOException {
        return in.readBoolean();
    }

    public int whole() throws IOException {
        return in.readInt();
    }

    public double real() throws IOException {
        return in.readDouble();
    }

    /** The same object whenever it comes, as {@link String#intern} gives it. */
    public String word() throws IOException {
        int number = in.readInt();
        if (number == words.size()) {
            words.add(in.readUTF().intern());
        }
        return words.get(number);
    }

    public String[] words() throws IOException {
        String[] some = new String[in.readInt()];
        for (int i = 0; i < some.length; i++) {
            some[i] = word();
        }
        return some;
    }

    public Part part() throws IOException {
        byte[] text = new byte[in.readInt()];
        in.readFully(text);
        return new Part(text);
    }
}
