package io.rialto.gateway.channels;

import io.rialto.feeds.changes.FrameChange;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import java.util.List;
import java.util.Optional;

/**
 * What the feeds put together of many frames: it is asked for at intervals when it may have changed, and not at every
 * frame.
 */
final class StateTopic extends Topic {
    private final Channel channel;
    private final String symbol;
    private final int everyMillis;
    private final Content content;
    private long toldSequence;
    private boolean isTouched;

    /** What there is to say. */
    interface Content {
        boolean isTouchedBy(FrameChange change);

        State now();

        /** What had been touched is in what was told last. */
        default void told() {}
    }

    /**
     * @param sequence of the last frame that it has seen
     * @param whole for who begins
     * @param parts for who goes on
     */
    record State(long sequence, Object whole, List<Part> parts) {}

    /** @param sequence of the last frame that changed it */
    record Part(long sequence, Object data) {}

    /** @param symbol null where the channel is of an account */
    StateTopic(Fanout fanout, Channel channel, String symbol, int everyMillis, Content content) {
        super(fanout, channel.word(), channel.everyMessageCounts());
        this.channel = channel;
        this.symbol = symbol;
        this.everyMillis = everyMillis;
        this.content = content;
    }

    void on(FrameChange change) {
        isTouched |= content.isTouchedBy(change);
    }

    /** @param millis how far the clock is */
    void tick(long millis) {
        if (!isTouched || !hasReaders() || millis % everyMillis != 0) return;
        isTouched = false;
        State now = content.now();
        for (Part part : now.parts()) {
            if (part.sequence() > toldSequence)
                tell(DataMessage.update(channel, symbol, now.sequence(), part.data()), now.sequence());
        }
        content.told();
        toldSequence = now.sequence();
    }

    @Override
    protected void begin(Subscription subscription, boolean wasBehind) {
        State now = content.now();
        if (toldSequence == 0) toldSequence = now.sequence();
        subscription.hasSeen(now.sequence());
        subscription.tell(DataMessage.snapshot(channel, symbol, now.sequence(), now.whole(), wasBehind));
    }

    /** Only how it is is known, and not how it came to be. */
    @Override
    public Optional<List<byte[]>> missed(long from, int most) {
        return Optional.empty();
    }
}
