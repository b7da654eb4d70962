package io.rialto.feeds.marks;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.KilledDecoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.ResumedDecoder;
import io.rialto.protocol.SuspendedDecoder;
import io.rialto.protocol.VolatilityInterruptedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Keeps the last {@value #KEPT} places that stand out.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #marks}.
 */
public final class MarkFeed {
    private static final int KEPT = 20_000;

    private final Marks marks;
    /** Oldest first. */
    private final Deque<Mark> kept = new ArrayDeque<>();

    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();
    private final AuctionUncrossedDecoder auction = new AuctionUncrossedDecoder();
    private final VolatilityInterruptedDecoder interrupted = new VolatilityInterruptedDecoder();
    private final SuspendedDecoder suspended = new SuspendedDecoder();
    private final ResumedDecoder resumed = new ResumedDecoder();
    private final KilledDecoder killed = new KilledDecoder();
    private int epoch;
    private long forgottenUpTo;

    public MarkFeed(Position position) {
        marks = new Marks(position, this);
    }

    public Marks marks() {
        return marks;
    }

    /** Before its events. */
    public void startFrame(FrameView frame) {
        if (frame.epoch() == epoch) return;
        if (epoch != 0) add(Mark.Kind.RESTART, frame, 0, "epoch " + epoch + " to " + frame.epoch(), true);
        epoch = frame.epoch();
    }

    /** The event where the view stands. */
    public void read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case PhaseChangedDecoder.TEMPLATE_ID -> onPhase(phase.wrap(buffer, at, length, version), frame);
            case AuctionUncrossedDecoder.TEMPLATE_ID -> {
                auction.wrap(buffer, at, length, version);
                add(
                        Mark.Kind.AUCTION,
                        frame,
                        auction.instrument(),
                        auction.kind().name(),
                        true);
            }
            case VolatilityInterruptedDecoder.TEMPLATE_ID -> {
                interrupted.wrap(buffer, at, length, version);
                String cause = interrupted.cause().name();
                add(Mark.Kind.INTERRUPTION, frame, interrupted.instrument(), cause, true);
            }
            case SuspendedDecoder.TEMPLATE_ID -> {
                suspended.wrap(buffer, at, length, version);
                block(Mark.Kind.SUSPENSION, frame, suspended.scope(), suspended.target());
            }
            case ResumedDecoder.TEMPLATE_ID -> {
                resumed.wrap(buffer, at, length, version);
                block(Mark.Kind.RESUMPTION, frame, resumed.scope(), resumed.target());
            }
            case KilledDecoder.TEMPLATE_ID -> {
                killed.wrap(buffer, at, length, version);
                block(Mark.Kind.KILL, frame, killed.scope(), killed.target());
            }
            default -> {}
        }
    }

    private void onPhase(PhaseChangedDecoder changed, FrameView frame) {
        Phase before = changed.oldPhase();
        add(Mark.Kind.PHASE, frame, changed.instrument(), before + " to " + changed.newPhase(), true);
    }

    private void block(Mark.Kind kind, FrameView frame, BlockScope scope, int target) {
        boolean isOfMarket = scope == BlockScope.SYMBOL;
        add(kind, frame, isOfMarket ? target : 0, isOfMarket ? scope.name() : scope + " " + target, isOfMarket);
    }

    private void add(Mark.Kind kind, FrameView frame, int instrument, String words, boolean isPublic) {
        kept.addLast(new Mark(kind, frame.sequence(), frame.timeNanos(), instrument, words, isPublic));
        if (kept.size() > KEPT) forgottenUpTo = kept.removeFirst().sequence();
    }

    /** Oldest first. */
    List<Mark> between(long from, long to) {
        return kept.stream()
                .filter(mark -> mark.sequence() >= from && mark.sequence() <= to)
                .toList();
    }

    /** Behind it none is missing. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }
}
