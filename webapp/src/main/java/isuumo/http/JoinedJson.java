package isuumo.http;

/** A list's JSON, joined from its rows' in the form that is asked for. */
record JoinedJson(byte[] head, int[] rows, JsonRows json) implements JsonText {
    private static final byte[] BETWEEN = {','};
    private static final byte[] TAIL = {']', '}'};

    @Override
    public byte[] gzip() {
        return json.coder().gzip(head, json.parts(rows), BETWEEN, TAIL);
    }

    @Override
    public byte[] plain() {
        byte[] text = new byte[length()];
        int end = append(text, 0, head);
        for (int i = 0; i < rows.length; i++) {
            if (i > 0) {
                end = append(text, end, BETWEEN);
            }
            end = append(text, end, json.json(rows[i]));
        }
        append(text, end, TAIL);
        return text;
    }

    @Override
    public int length() {
        int length = head.length + TAIL.length + Math.max(0, rows.length - 1);
        for (int row : rows) {
            length += json.json(row).length;
        }
        return length;
    }

    private static int append(byte[] to, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, to, at, bytes.length);
        return at + bytes.length;
    }
}
