package dev.tidegate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir Path folder;

    /** Programs that live know no other port: were it given up, they would wait for ever. */
    @Test
    void aPortThatADyingServerStillHoldsIsWaitedFor() throws IOException {
        var ports = new Ports(folder.resolve("ports.properties"));
        int kept = ports.of("broker");
        var dying = new ServerSocket(kept, 1, InetAddress.getLoopbackAddress());
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(() -> close(dying));

        assertThat(ports.free("broker")).isEqualTo(kept);
        assertThat(dying.isClosed()).isTrue();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
