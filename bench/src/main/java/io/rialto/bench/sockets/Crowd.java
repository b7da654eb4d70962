package io.rialto.bench.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Many sockets on one thread. It opens them, some at a time, and then reads until it is closed.
 *
 * <p>Threading: opened and closed by one thread; counts are for any.
 */
public final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 8; // below what a venue works on at once while it is cold
    private static final int STALLED_BUFFER = 4_096;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final URI venue;
    private final Selector selector;
    private final IntFunction<LeanSocket.Ear> ears;
    private final Thread thread = new Thread(this::run, "crowd");
    private final List<SelectionKey> keys = new ArrayList<>();
    private int due;
    private int opening;
    private int stalled;
    private volatile int open;
    private volatile int lost;
    private volatile boolean isRunning = true;

    /**
     * @param count connections
     * @param stalled how many of them, the first, never read again once they are open
     * @param ears of each, by its number from 0 on
     */
    public Crowd(URI venue, int count, int stalled, IntFunction<LeanSocket.Ear> ears) throws IOException {
        this.venue = venue;
        this.ears = ears;
        this.due = count;
        this.stalled = stalled;
        selector = Selector.open();
    }

    /** Returns when all of them are open. */
    public Crowd start() {
        int count = due;
        thread.setDaemon(true);
        thread.start();
        long untilNanos = System.nanoTime() + PATIENCE_NANOS;
        while (open + lost < count) {
            if (System.nanoTime() > untilNanos) throw new IllegalStateException("only " + open + " connections opened");
            Thread.onSpinWait();
        }
        return this;
    }

    /** Connections that were opened. */
    public int open() {
        return open;
    }

    /** Connections that the venue refused or closed. */
    public int lost() {
        return lost;
    }

    private void run() {
        try {
            while (isRunning) {
                while (due > 0 && opening < AT_ONCE) connect();
                selector.select(this::ready, 100);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void connect() throws IOException {
        due--;
        opening++;
        boolean isToStall = stalled > 0;
        if (isToStall) stalled--;
        SocketChannel channel = SocketChannel.open();
        if (isToStall) channel.setOption(StandardSocketOptions.SO_RCVBUF, STALLED_BUFFER);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        LeanSocket made = new LeanSocket(channel, ears.apply(keys.size()));
        boolean isConnected = channel.connect(new InetSocketAddress(venue.getHost(), venue.getPort()));
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, new Seat(made, isToStall));
        keys.add(key);
        if (isConnected) ready(key);
    }

    private record Seat(LeanSocket socket, boolean isToStall) {}

    private void ready(SelectionKey key) {
        Seat seat = (Seat) key.attachment();
        LeanSocket socket = seat.socket;
        boolean wasOpen = socket.isOpen();
        try {
            if (!socket.channel.isConnected() || key.interestOps() == SelectionKey.OP_CONNECT) {
                if (!socket.channel.finishConnect()) return;
                socket.greet(venue);
                key.interestOps(SelectionKey.OP_READ);
                return;
            }
            socket.read();
            if (!wasOpen && socket.isOpen()) {
                opening--;
                open++;
                if (seat.isToStall) key.interestOps(0);
            }
        } catch (IOException gone) {
            if (!wasOpen) opening--;
            lost++;
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        isRunning = false;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : keys) key.channel().close();
        selector.close();
    }
}
