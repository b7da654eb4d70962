package io.rialto.feeds.signals;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.SignalRecordedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the last {@value #KEPT} signals.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #signals}.
 */
public final class SignalFeed {
    private static final int KEPT = 10_000;

    private final Signals signals;
    /** Newest first. */
    private final Deque<Signal> kept = new ArrayDeque<>();

    private final SignalRecordedDecoder recorded = new SignalRecordedDecoder();

    public SignalFeed(Position position) {
        signals = new Signals(position, this);
    }

    public Signals signals() {
        return signals;
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        if (frame.eventType() != SignalRecordedDecoder.TEMPLATE_ID) return false;
        recorded.wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        kept.addFirst(new Signal(
                frame.sequence(),
                recorded.instrument(),
                recorded.signalType(),
                recorded.score(),
                recorded.source(),
                recorded.words(),
                recorded.observedNanos(),
                frame.timeNanos()));
        if (kept.size() > KEPT) kept.removeLast();
        return true;
    }

    List<Signal> newest(int instrument, long before, int limit) {
        return kept.stream()
                .filter(signal -> signal.sequence() < before)
                .filter(signal -> instrument == 0 || signal.instrument() == instrument)
                .limit(limit)
                .toList();
    }
}
