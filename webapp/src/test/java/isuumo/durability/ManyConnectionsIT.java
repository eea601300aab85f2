package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.embedded.EmbeddedDatabase;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.ServerProcess;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More connections than the server may open files: whoever is beyond waits, and all goes on when others have ended. */
class ManyConnectionsIT {
    private static final int FILES = 1_500;
    /** With the server's own files too many for that; with the kernel's queue of 1,024 few enough to be connected. */
    private static final int CONNECTIONS = 1_450;

    @Test
    void aServerWithoutAFileForAConnectionListensOn() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("many-connections");
        try (EmbeddedDatabase database = home.start();
                ServerProcess server = ServerProcess.start("many-connections", home.account(database),
                        SmallData.directory(),
                        "prlimit", "--nofile=" + FILES)) {
            List<Socket> idle = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    idle.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
                }
                server.operators().get("/healthz").expect(200);
            } finally {
                for (Socket socket : idle) {
                    socket.close();
                }
            }
            server.http().get("/api/chair/low_priced").expect(200);
            assertTrue(server.isAlive());
        }
    }
}
