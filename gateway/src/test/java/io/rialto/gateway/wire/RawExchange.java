package io.rialto.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A connection that sends bytes as they are, and keeps all that comes back until the other side closes or falls silent. */
final class RawExchange {
    private static final int SILENCE_MILLIS = 4_000;

    private RawExchange() {}

    /** @param framesHex what is sent once the first answer has come; empty for nothing */
    static Said exchange(int port, String request, String framesHex, boolean staysOpen) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            send(socket, request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            boolean isSocket = request.contains("Upgrade: websocket");
            if (isSocket) {
                readUntil(socket.getInputStream(), said);
                String head = said.toString(StandardCharsets.ISO_8859_1);
                if (!head.startsWith("HTTP/1.1 101")) {
                    boolean isClosed = readAll(socket.getInputStream(), said, true);
                    return new Said(said.toString(StandardCharsets.ISO_8859_1), new byte[0], isClosed);
                }
                send(socket, HexFormat.of().parseHex(framesHex));
                ByteArrayOutputStream frames = new ByteArrayOutputStream();
                boolean isClosed = staysOpen || readAll(socket.getInputStream(), frames, !framesHex.isEmpty());
                return new Said(head, frames.toByteArray(), isClosed);
            }
            boolean isClosed = readAll(socket.getInputStream(), said, true);
            return new Said(said.toString(StandardCharsets.ISO_8859_1), new byte[0], isClosed);
        }
    }

    /**
     * @param text the answers; of a socket that was opened, the first alone
     * @param frames of a socket
     */
    record Said(String text, byte[] frames, boolean isClosed) {}

    /** A server that has heard enough closes: what is left to be sent is of no interest then. */
    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // what it said before stands in what is read
        }
    }

    private static void readUntil(InputStream from, ByteArrayOutputStream into) throws IOException {
        while (!into.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            int read = from.read();
            if (read < 0) return;
            into.write(read);
        }
    }

    /** True when the other side closed; false when it fell silent. */
    private static boolean readAll(InputStream from, ByteArrayOutputStream into, boolean untilClosed)
            throws IOException {
        byte[] buffer = new byte[8_192];
        try {
            while (untilClosed) {
                int read = from.read(buffer);
                if (read < 0) return true;
                into.write(buffer, 0, read);
            }
            return false;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
