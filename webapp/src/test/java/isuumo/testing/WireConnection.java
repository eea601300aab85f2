package isuumo.testing;

import isuumo.testing.Wire.Moment;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection on a {@link Wire}, packet by packet. The client sends a command, and then nothing until it has the whole
 * answer, but for the closing of a prepared statement, which has none.
 */
public final class WireConnection {
    private static final int HEADER_LENGTH = 4;
    private static final int COM_QUERY = 0x03;
    private static final int COM_STMT_PREPARE = 0x16;
    private static final int COM_STMT_EXECUTE = 0x17;
    private static final int COM_STMT_CLOSE = 0x19;

    private final Wire wire;
    private final Socket client;
    private final Socket server;
    private final Map<Integer, String> prepared = new HashMap<>();
    private volatile long thread;
    private volatile int command;
    private volatile String statement = "";
    private volatile byte[] replacement;

    WireConnection(Wire wire, Socket client, Socket server) throws IOException {
        this.wire = wire;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start(Runnable end) {
        Thread.ofVirtual().start(() -> copy(client, server, this::sent));
        Thread.ofVirtual().start(() -> {
            copy(server, client, this::answered);
            end.run();
        });
    }

    /** {@code CONNECTION_ID()}. */
    public long thread() {
        return thread;
    }

    /** Ends the client's half; the database does not hear of that. */
    public void cutFromClient() throws IOException {
        client.close();
    }

    /** Ends both halves; what one of them has sent last may have arrived. */
    public void cut() {
        try (client; server) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client gets this packet instead of the answer's first one, which is to be its only one. */
    public void answerInstead(byte[] payload) {
        replacement = payload;
    }

    private interface Look {
        void at(byte[] payload, int sequence) throws IOException;
    }

    private void copy(Socket from, Socket to, Look look) {
        try (from; to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            byte[] header = new byte[HEADER_LENGTH];
            while (true) {
                in.readFully(header);
                byte[] payload = new byte[length(header)];
                in.readFully(payload);
                look.at(payload, header[3]);
                out.write(packet(header, payload));
            }
        } catch (IOException _) {
            // at an end, or cut
        }
    }

    private static int length(byte[] header) {
        return header[0] & 0xff | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
    }

    private byte[] packet(byte[] header, byte[] original) {
        byte[] payload = replacement == null ? original : replacement;
        replacement = null;
        return ByteBuffer.allocate(HEADER_LENGTH + payload.length).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(payload.length | header[3] << 24).put(payload).array();
    }

    /** A command begins a sequence; what is sent at the login does not. */
    private void sent(byte[] payload, int sequence) throws IOException {
        if (sequence != 0) {
            return;
        }
        command = payload[0];
        statement = switch (command) {
            case COM_QUERY, COM_STMT_PREPARE -> text(payload, 1);
            case COM_STMT_EXECUTE -> prepared.get(number(payload, 1));
            default -> "";
        };
        if (command != COM_STMT_CLOSE && command != COM_STMT_PREPARE) {
            wire.pass(Moment.SENT, statement, this);
        }
    }

    private void answered(byte[] payload, int sequence) throws IOException {
        if (thread == 0) { // the greeting: a version, a text, the number
            int afterText = 1;
            while (payload[afterText++] != 0) {
                // not its end
            }
            thread = number(payload, afterText) & 0xffff_ffffL;
        } else if (command == COM_STMT_PREPARE && sequence == 1) {
            prepared.put(number(payload, 1), statement);
        } else if (sequence == 1) {
            wire.pass(Moment.ANSWERED, statement, this);
        }
    }

    /** Without the bytes that tell of no attributes, which MySQL sends before. */
    private static String text(byte[] payload, int from) {
        return new String(payload, from, payload.length - from, StandardCharsets.UTF_8).trim();
    }

    private static int number(byte[] payload, int at) {
        return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
