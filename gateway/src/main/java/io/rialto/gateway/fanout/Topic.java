package io.rialto.gateway.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of messages that is the same for all who read it: each is made once.
 *
 * <p>Threading: the publishing thread.
 */
public abstract class Topic {
    private final Fanout fanout;
    private final String name;
    private final boolean everyMessageCounts;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** @param everyMessageCounts false: it is about states, and the newest is enough */
    protected Topic(Fanout fanout, String name, boolean everyMessageCounts) {
        this.fanout = fanout;
        this.name = name;
        this.everyMessageCounts = everyMessageCounts;
    }

    /** Tells the reader how things stand; what he is told from then on follows from that. */
    protected abstract void begin(Subscription subscription, boolean wasBehind);

    /**
     * What a reader missed.
     *
     * @param from sequence up to which he was told
     * @param most messages that he could be told; more are as good as none
     * @return empty when it is not known any more
     */
    public abstract Optional<List<byte[]>> missed(long from, int most);

    final String name() {
        return name;
    }

    final boolean everyMessageCounts() {
        return everyMessageCounts;
    }

    public final boolean hasReaders() {
        return !subscriptions.isEmpty();
    }

    /** A reader who is to be told how things stand. */
    public final Subscription join(Reader reader) {
        Subscription made = new Subscription(reader, this);
        subscriptions.add(made);
        begin(made, false);
        return made;
    }

    /** A reader who is to be told what he {@link #missed}, and goes on from there. */
    public final Subscription rejoin(Reader reader, List<byte[]> missed) {
        Subscription made = new Subscription(reader, this);
        subscriptions.add(made);
        missed.forEach(made::tell);
        return made;
    }

    public final void leave(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** Something was missed: all are told anew, or let go where every message counts. */
    public final void beginAgain() {
        for (Subscription each : List.copyOf(subscriptions)) {
            if (everyMessageCounts) each.reader().end("messages of " + name + " were missed: resume");
            else begin(each, true);
        }
    }

    /** To everybody who has not seen the frame. */
    protected final void tell(byte[] utf8, long sequence) {
        for (int i = subscriptions.size() - 1; i >= 0; i--) subscriptions.get(i).tell(utf8, sequence);
        fanout.told(subscriptions.size());
    }

    final void lost(Subscription subscription) {
        subscriptions.remove(subscription);
        fanout.lost();
    }

    final void caughtUp(Subscription subscription) {
        fanout.later(() -> {
            if (!subscriptions.contains(subscription) || !subscription.comesBack()) return;
            fanout.conflated();
            begin(subscription, true);
        });
    }
}
