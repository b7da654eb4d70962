package io.rialto.bench.sockets;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One WebSocket that costs the machine as little as it can.
 *
 * <p>Threading: it reads on the thread of its {@link Crowd}; {@link #say} is for any.
 */
public final class LeanSocket {
    private static final int BUFFER = 4_096;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    final SocketChannel channel;
    private final Ear ear;
    private ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private boolean isOpen;

    /** Hears what becomes of it, on the thread that reads. */
    public interface Ear {
        /** The venue took the connection: from now on it may {@link LeanSocket#say} something. */
        void opened(LeanSocket socket) throws IOException;

        /** @param payload of one text, good until this returns */
        void text(ByteBuffer payload);
    }

    LeanSocket(SocketChannel channel, Ear ear) {
        this.channel = channel;
        this.ear = ear;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** The connection stands: asks for what it is to become. */
    void greet(URI venue) throws IOException {
        String head = "GET /api/v1/ws HTTP/1.1\r\nHost: " + venue.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes what has come. */
    void read() throws IOException {
        if (!in.hasRemaining()) grow();
        if (channel.read(in) < 0) throw new EOFException("the venue closed the connection");
        in.flip();
        if (!isOpen) open();
        while (isOpen && takeFrame()) continue;
        in.compact();
    }

    private void grow() {
        ByteBuffer larger = ByteBuffer.allocate(in.capacity() * 2);
        in.flip();
        larger.put(in);
        in = larger;
    }

    private void open() throws IOException {
        for (int i = in.position() + 3; i < in.limit(); i++) {
            boolean isEnd = in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n';
            if (!isEnd) continue;
            if (in.get(9) != '1') throw new IOException("the venue refused the connection");
            in.position(i + 1);
            isOpen = true;
            ear.opened(this);
            return;
        }
    }

    private boolean takeFrame() throws IOException {
        if (in.remaining() < 2) return false;
        int at = in.position();
        int kind = in.get(at) & 0x0F;
        int length = in.get(at + 1) & 0x7F;
        int head = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (in.remaining() < head) return false;
        if (length == 126) length = in.getShort(at + 2) & 0xFFFF;
        else if (length == 127) length = (int) in.getLong(at + 2);
        if (in.remaining() < head + length) return false;
        ByteBuffer payload = in.duplicate().position(at + head).limit(at + head + length);
        in.position(at + head + length);
        if (kind == TEXT) ear.text(payload);
        else if (kind == PING) send(PONG, payload);
        else if (kind == CLOSE) throw new EOFException("the venue closed: " + StandardCharsets.UTF_8.decode(payload));
        return true;
    }

    /** @param utf8 of one text */
    public void say(byte[] utf8) throws IOException {
        send(TEXT, ByteBuffer.wrap(utf8));
    }

    /** Masked by zeros: nobody between here and there has to be protected. */
    private void send(int kind, ByteBuffer payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.remaining() + 8);
        frame.put((byte) (0x80 | kind));
        if (payload.remaining() < 126) frame.put((byte) (0x80 | payload.remaining()));
        else frame.put((byte) 0xFE).putShort((short) payload.remaining());
        write(frame.putInt(0).put(payload).flip());
    }

    /** Spins while the venue does not take it. */
    private synchronized void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
