package io.rialto.bench.idle;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One of them: a kept-alive connection, or a socket that answers pings. Of one thread. */
final class IdleClient implements AutoCloseable {
    private static final ByteBuffer HEARD = ByteBuffer.allocate(16_384);
    private static final String ASKS = "GET /api/v1/time HTTP/1.1\r\nHost: %s\r\n\r\n";
    private static final String UPGRADES = "GET /api/v1/ws HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cmlhbHRvIGlzIGlkbGUhIQ==\r\n\r\n";
    private static final int PING = 0x89;
    private static final byte[] EMPTY_PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

    private final SocketChannel channel;
    private final boolean isSocket;
    private boolean isReady;

    IdleClient(URI venue, Selector selector, boolean isSocket) throws IOException {
        this.isSocket = isSocket;
        channel = SocketChannel.open(new InetSocketAddress(venue.getHost(), venue.getPort()));
        String asked = String.format(isSocket ? UPGRADES : ASKS, venue.getAuthority());
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        try {
            channel.write(ByteBuffer.wrap(asked.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException turnedAway) {
            channel.close();
            isReady = true;
        }
    }

    /** Had its answer, or will never have one. */
    boolean isReady() {
        return isReady;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void hear() throws IOException {
        HEARD.clear();
        try {
            if (channel.read(HEARD) < 0) channel.close();
            else if (!isReady) answered();
            else if (isSocket && (HEARD.get(0) & 0xFF) == PING) channel.write(ByteBuffer.wrap(EMPTY_PONG));
        } catch (IOException reset) {
            channel.close();
        }
        isReady = true;
    }

    private void answered() throws IOException {
        String status = new String(HEARD.array(), 9, 3, StandardCharsets.US_ASCII);
        if (!status.equals(isSocket ? "101" : "200")) channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
