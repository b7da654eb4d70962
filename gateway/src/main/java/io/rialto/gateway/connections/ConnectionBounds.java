package io.rialto.gateway.connections;

import io.rialto.gateway.security.ClientNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/**
 * How many connections there may be, and how many of them from one address. What comes above is closed as it comes, before it
 * costs more than its accept: so nobody waits behind those who will never be served, and those who are in notice nothing.
 *
 * <p>A proxy speaks for many: its connections count towards all, not towards an address. Thread-safe.
 */
final class ConnectionBounds implements SelectorManager.AcceptListener {
    /** Stands for those whose address is not counted. */
    private static final String ANYBODY = "";

    private final int most;
    private final int mostPerAddress;
    private final Predicate<SocketAddress> isProxy;
    private final ConnectionWatch watch;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<SelectableChannel, String> guests = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

    ConnectionBounds(int most, int mostPerAddress, Predicate<SocketAddress> isProxy, ConnectionWatch watch) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
        this.isProxy = isProxy;
        this.watch = watch;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        String address = address(channel);
        guests.put(channel, address);
        int all = open.incrementAndGet();
        int ofAddress = address.equals(ANYBODY) ? 0 : perAddress.merge(address, 1, Integer::sum);
        if (all > most || ofAddress > mostPerAddress) {
            forget(channel);
            IO.close(channel);
            watch.turnedAway();
        } else {
            watch.opened();
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        leave(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        leave(channel);
    }

    private void leave(SelectableChannel channel) {
        if (forget(channel)) watch.closed();
    }

    /** Only the first time: a connection may end in more ways than one. */
    private boolean forget(SelectableChannel channel) {
        String address = guests.remove(channel);
        if (address == null) return false;
        perAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
        return true;
    }

    private String address(SelectableChannel channel) {
        try {
            SocketAddress peer = ((SocketChannel) channel).getRemoteAddress();
            if (isProxy.test(peer) || !(peer instanceof InetSocketAddress address)) return ANYBODY;
            return ClientNetwork.of(address.getAddress().getHostAddress());
        } catch (IOException gone) {
            return ANYBODY;
        }
    }
}
