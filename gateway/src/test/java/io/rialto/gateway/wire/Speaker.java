package io.rialto.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection that says what it is told to, in pieces if need be, and hears when the other side closes. */
final class Speaker implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 20;
    private static final String TIME = "GET /api/v1/time HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean isClosed;

    Speaker(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** @param from its own address */
    Speaker(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setTcpNoDelay(true);
    }

    void says(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException closed) {
            isClosed = true;
        }
    }

    /** In pieces of that length, listening for a moment after each; stops when the other side has closed. */
    Speaker saysSlowly(String text, int piece) {
        for (int at = 0; at < text.length() && !isClosed; at += piece) {
            says(text.substring(at, Math.min(text.length(), at + piece)));
            listen(PAUSE_MILLIS);
        }
        return this;
    }

    /** The answer to a small question, or nothing when the other side closed. */
    String asksTheTime() {
        says(TIME);
        return hears("\"sequence\":");
    }

    /** All that was said until this word came, or until the other side closed. */
    String hears(String word) {
        while (!isClosed && !text().contains(word)) {
            if (!listen(PATIENCE_MILLIS)) throw new AssertionError("neither an answer nor an end: " + text());
        }
        String all = text();
        heard.reset();
        return all;
    }

    boolean isClosed() {
        return isClosed;
    }

    private String text() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** False when nothing came. */
    private boolean listen(int millis) {
        byte[] buffer = new byte[8_192];
        try {
            socket.setSoTimeout(millis);
            int read = isClosed ? -1 : socket.getInputStream().read(buffer);
            if (read < 0) isClosed = true;
            else heard.write(buffer, 0, read);
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            isClosed = true;
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
