package io.rialto.engine.auction;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.phases.PhaseRules;
import io.rialto.engine.phases.SeedPromise;
import io.rialto.engine.phases.Session;
import io.rialto.engine.phases.Sessions;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RevealSeedDecoder;
import io.rialto.protocol.StartCallDecoder;
import io.rialto.protocol.frame.Frame;

/**
 * Decides calls that end by themselves, and the seeds that say when.
 *
 * <p>Times in nanoseconds UTC. Threading: the core's thread only. Allocates nothing.
 */
public final class CallDesk {
    private static final byte CALL = (byte) Phase.CALL.value();
    private static final byte CONTINUOUS = (byte) Phase.CONTINUOUS.value();
    private static final byte POST_CLOSE = (byte) Phase.POST_CLOSE.value();
    private static final byte CLOSED = (byte) Phase.CLOSED.value();
    private static final byte FIRST_KIND = (byte) CallKind.OPENING.value();
    private static final byte LAST_KIND = (byte) CallKind.CLOSING.value();

    private final Instruments instruments;
    private final Sessions sessions;
    private final Auctions auctions;
    private final SeedCheck seeds = new SeedCheck();
    private final StartCallDecoder start = new StartCallDecoder();
    private final RevealSeedDecoder seed = new RevealSeedDecoder();

    public CallDesk(Instruments instruments, Sessions sessions, Auctions auctions) {
        this.instruments = instruments;
        this.sessions = sessions;
        this.auctions = auctions;
    }

    public Reason start(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        start.wrap(frame.buffer(), at, StartCallDecoder.BLOCK_LENGTH, StartCallDecoder.SCHEMA_VERSION);
        if (!instruments.isListed(start.instrument())) return Reason.UNKNOWN_INSTRUMENT;
        if (!isSound(frame.timeNanos())) return Reason.INVALID_CALL;
        Instrument market = instruments.get(start.instrument());
        if (market.phase() == CALL) return Reason.WOULD_CHANGE_NOTHING;
        if (!PhaseRules.leads(market.phase(), CALL)) return Reason.PHASE_NOT_POSSIBLE;

        Session session = sessions.of(market);
        if (session.isHaltedByHand && start.plannedNanos() != 0) return Reason.MARKET_HALTED;
        Auctions.begin(session, (byte) start.kindRaw(), (byte) start.nextRaw());
        boolean endsByItself = start.durationNanos() > 0 || start.windowNanos() > 0;
        if (endsByItself) session.earliestNanos = frame.timeNanos() + start.durationNanos();
        session.windowNanos = start.windowNanos();
        if (start.windowNanos() > 0) promise(session);
        auctions.startPrepared(frame, market, start.plannedNanos());
        return Reason.NONE;
    }

    private void promise(Session session) {
        session.promise.make(
                session.calls,
                session.earliestNanos,
                session.windowNanos,
                start.seedHash1(),
                start.seedHash2(),
                start.seedHash3(),
                start.seedHash4());
    }

    private boolean isSound(long nowNanos) {
        boolean isTimed = start.durationNanos() >= 0
                && start.windowNanos() >= 0
                && start.durationNanos() <= Long.MAX_VALUE - Math.max(0, nowNanos) - start.windowNanos();
        boolean isHashed = (start.seedHash1() | start.seedHash2() | start.seedHash3() | start.seedHash4()) != 0;
        short next = start.nextRaw();
        return start.kindRaw() >= FIRST_KIND
                && start.kindRaw() <= LAST_KIND
                && isTimed
                && isHashed == start.windowNanos() > 0
                && (next == CONTINUOUS || next == POST_CLOSE || next == CLOSED);
    }

    /**
     * The end follows from the seed; when it is over already, the call ends now. A seed that comes after its call changes
     * nothing any more, but keeps the promise: anybody can check when the call should have ended.
     */
    public Reason reveal(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        seed.wrap(frame.buffer(), at, RevealSeedDecoder.BLOCK_LENGTH, RevealSeedDecoder.SCHEMA_VERSION);
        if (!instruments.isListed(seed.instrument())) return Reason.UNKNOWN_INSTRUMENT;
        Instrument market = instruments.get(seed.instrument());
        Session session = sessions.of(market);
        SeedPromise promise = session.promise;
        if (!promise.isOpen()) return Reason.SEED_NOT_EXPECTED;
        if (!seeds.keeps(promise, seed.seedHigh(), seed.seedLow())) return Reason.SEED_DOES_NOT_MATCH;

        promise.keep();
        long endNanos = promise.endNanos(seed.seedLow());
        auctions.events.revealed(frame, market, seed.seedHigh(), seed.seedLow(), endNanos);
        if (market.phase() != CALL || !promise.isOfCall(session.calls)) return Reason.NONE;
        auctions.endsAt(market, endNanos);
        if (endNanos <= frame.timeNanos()) auctions.endCall(market, endNanos);
        return Reason.NONE;
    }
}
