package io.rialto.gateway.streams;

import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.form.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tells who reads anything at all how far everything has been told. */
final class Heartbeats extends Topic {
    private final LongSupplier sequence;

    Heartbeats(Fanout fanout, LongSupplier sequence) {
        super(fanout, "heartbeat", false);
        this.sequence = sequence;
    }

    static byte[] beat(long sequence) {
        return Json.bytes(Map.of("op", "heartbeat", "sequence", sequence));
    }

    void beat() {
        if (hasReaders()) tell(beat(sequence.getAsLong()), Long.MAX_VALUE);
    }

    /** The next beat is soon enough. */
    @Override
    protected void begin(Subscription subscription, boolean wasBehind) {
        if (wasBehind) subscription.tell(beat(sequence.getAsLong()));
    }

    @Override
    public Optional<List<byte[]>> missed(long from, int most) {
        return Optional.empty();
    }
}
