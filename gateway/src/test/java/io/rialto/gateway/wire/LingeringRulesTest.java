package io.rialto.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that sends its whole body before it reads gets the whole answer, however early that was given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LingeringRulesTest {
    private static final int PIECE = 16_384;
    private static final int REFUSED_EARLY = 900_000;
    private static final int TIMES = 20; // a reset is a matter of chance
    private static final int ENDLESS = 64 << 20;

    private VenueUnderTest venue;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(data);
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/orders, 413", "/api/v1/auth/login, 413", "/nowhere, 413"})
    void aBodyThatSaysItIsTooLargeIsReadToItsEnd(String path, int status) throws IOException {
        assertThat(sent(path, "Content-Length: " + REFUSED_EARLY, REFUSED_EARLY, false))
                .startsWith("HTTP/1.1 " + status)
                .endsWith("}");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/orders, 413", "/nowhere, 404"})
    void soIsOneThatComesInPieces(String path, int status) throws IOException {
        for (int time = 0; time < TIMES; time++) {
            assertThat(sent(path, "Transfer-Encoding: chunked", REFUSED_EARLY, true))
                    .startsWith("HTTP/1.1 " + status)
                    .endsWith("}");
        }
    }

    @Test
    void butNotForEver() {
        boolean isCutOff = false;
        try {
            sent("/api/v1/orders", "Transfer-Encoding: chunked", ENDLESS, true);
        } catch (IOException cutOff) {
            isCutOff = true;
        }
        assertThat(isCutOff).isTrue();
    }

    /** Everything, before the first byte is read. */
    private String sent(String path, String framing, int bytes, boolean isChunked) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", venue.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + framing
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String frame =
                    isChunked ? Integer.toHexString(PIECE) + "\r\n" + " ".repeat(PIECE) + "\r\n" : " ".repeat(PIECE);
            byte[] piece = frame.getBytes(StandardCharsets.US_ASCII);
            int whole = bytes / PIECE;
            for (int sent = 0; sent < whole; sent++) out.write(piece);
            out.write((isChunked ? "0\r\n\r\n" : " ".repeat(bytes % PIECE)).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
