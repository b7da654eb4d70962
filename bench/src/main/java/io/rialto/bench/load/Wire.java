package io.rialto.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection that never blocks: a request out, its answer in, then the next. Of one thread. */
final class Wire implements AutoCloseable {
    private static final int ROOM = 16_384;
    private static final int STATUS_AT = 9;
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CLOSING = "\r\nconnection: close";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(ROOM);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private int wholeAt = -1;
    private boolean isLast;

    /** Of the request that it carries; only the sender cares. */
    long index;

    Wire(URI venue, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(venue.getHost(), venue.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(byte[] request) throws IOException {
        out = ByteBuffer.wrap(request);
        in.clear();
        wholeAt = -1;
        write();
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Goes on as far as it can; true when the answer is whole. */
    boolean goOn() throws IOException {
        if (key.isWritable() && out.hasRemaining()) write();
        if (!key.isReadable()) return false;
        if (channel.read(in) < 0) throw new IOException("the venue closed the connection");
        if (wholeAt < 0) wholeAt = end();
        return wholeAt >= 0 && in.position() >= wholeAt;
    }

    /** Where the answer ends, once its headers are here; else below zero. */
    private int end() {
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0) return -1;
        String head = text.substring(0, body).toLowerCase(Locale.ROOT) + "\r\n";
        isLast = head.contains(CLOSING);
        int at = head.indexOf(LENGTH);
        int length = at < 0
                ? 0
                : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf("\r\n", at + 2))
                        .strip());
        if (body + 4 + length > ROOM) throw new IllegalStateException("an answer of " + length + " bytes");
        return body + 4 + length;
    }

    int status() {
        int hundreds = in.get(STATUS_AT) - '0';
        return hundreds * 100 + (in.get(STATUS_AT + 1) - '0') * 10 + in.get(STATUS_AT + 2) - '0';
    }

    /** Whether the venue will close it now. */
    boolean isLast() {
        return isLast;
    }

    @Override
    public void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
