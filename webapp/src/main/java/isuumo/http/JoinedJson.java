package isuumo.http;

import isuumo.gzip.GzipCoder;
import isuumo.gzip.Part;
import java.io.IOException;
import java.io.OutputStream;

/** A list's JSON, joined from its items' in the form that is asked for. */
record JoinedJson(byte[] head, Part[] items, GzipCoder coder, RecentLists recent) implements JsonText {
    private static final byte[] BETWEEN = {','};
    private static final byte[] TAIL = {']', '}'};

    @Override
    public byte[] gzip() {
        return recent.gzip(head, items, () -> coder.gzip(head, items, BETWEEN, TAIL));
    }

    @Override
    public byte[] plain() {
        byte[] text = new byte[length()];
        int end = append(text, 0, head);
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                end = append(text, end, BETWEEN);
            }
            end = append(text, end, items[i].text());
        }
        append(text, end, TAIL);
        return text;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(head);
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                out.write(BETWEEN);
            }
            out.write(items[i].text());
        }
        out.write(TAIL);
    }

    @Override
    public int length() {
        int length = head.length + TAIL.length + Math.max(0, items.length - 1);
        for (Part item : items) {
            length += item.text().length;
        }
        return length;
    }

    /** Looks at as many items as it takes. */
    @Override
    public boolean isAtLeast(int bytes) {
        int length = head.length + TAIL.length - Math.min(items.length, BETWEEN.length);
        for (int i = 0; i < items.length && length < bytes; i++) {
            length += items[i].text().length + BETWEEN.length;
        }
        return length >= bytes;
    }

    private static int append(byte[] to, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, to, at, bytes.length);
        return at + bytes.length;
    }
}
