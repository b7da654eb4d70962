package io.rialto.gateway.channels;

import io.rialto.feeds.changes.FrameChange;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What frames changed of one subject, message by message, as long as it is kept. */
final class ChangeTopic extends Topic {
    private final Channel channel;
    private final String symbol;
    private final Content content;
    private final Past past;

    /** What there is to say. */
    interface Content {
        /** As of now. */
        State now();

        /** Of one frame, in its order. */
        List<Object> of(FrameChange change);
    }

    /** @param sequence of the last frame that it has seen */
    record State(long sequence, Object data) {}

    /** What was told before. */
    interface Past {
        /** What frames behind that one changed, as far as has been told; empty when some of it is no longer kept. */
        Optional<List<FrameChange>> since(long sequence);
    }

    /** @param symbol null where the channel is of an account */
    ChangeTopic(Fanout fanout, Channel channel, String symbol, Content content, Past past) {
        super(fanout, channel.word(), channel.everyMessageCounts());
        this.channel = channel;
        this.symbol = symbol;
        this.content = content;
        this.past = past;
    }

    void on(FrameChange change) {
        if (!hasReaders()) return;
        for (byte[] message : messages(change)) tell(message, change.sequence());
    }

    private List<byte[]> messages(FrameChange change) {
        return content.of(change).stream()
                .map(data -> DataMessage.update(channel, symbol, change.sequence(), data))
                .toList();
    }

    @Override
    protected void begin(Subscription subscription, boolean wasBehind) {
        State now = content.now();
        subscription.hasSeen(now.sequence());
        subscription.tell(DataMessage.snapshot(channel, symbol, now.sequence(), now.data(), wasBehind));
    }

    @Override
    public Optional<List<byte[]>> missed(long from, int most) {
        Optional<List<FrameChange>> frames = past.since(from);
        if (frames.isEmpty()) return Optional.empty();
        List<byte[]> messages = new ArrayList<>();
        for (FrameChange change : frames.get()) {
            messages.addAll(messages(change));
            if (messages.size() > most) return Optional.empty();
        }
        return Optional.of(messages);
    }
}
