package io.rialto.bench.idle;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Connections that were opened, asked once, and are held; one thread listens to them all. */
final class IdleClients implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int AT_ONCE = 8; // below what a venue works on at once while it is cold

    private final URI venue;
    private final Selector selector = Selector.open();
    private final List<IdleClient> all = new ArrayList<>();
    private int unready;

    IdleClients(URI venue) throws IOException {
        this.venue = venue;
    }

    /** Returns when each has its first answer or was closed. @param areSockets whether they become WebSockets */
    void open(int count, boolean areSockets) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (int i = 0; i < count; i++) {
            all.add(new IdleClient(venue, selector, areSockets));
            unready++;
            while (unready > AT_ONCE && System.nanoTime() < end) listen();
        }
        while (unready > 0 && System.nanoTime() < end) listen();
        if (unready > 0) throw new IOException(unready + " clients had no answer");
    }

    /** Hears what there is to hear: pings, and ends. */
    void listen() throws IOException {
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
            IdleClient client = (IdleClient) key.attachment();
            boolean wasReady = client.isReady();
            client.hear();
            if (!wasReady && client.isReady()) unready--;
        }
        selector.selectedKeys().clear();
    }

    long open() {
        return all.stream().filter(IdleClient::isOpen).count();
    }

    @Override
    public void close() throws IOException {
        for (IdleClient each : all) each.close();
        selector.close();
    }
}
