package io.rialto.engine.auction;

import io.rialto.engine.agenda.Duty;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.phases.Session;
import io.rialto.engine.phases.Sessions;
import io.rialto.protocol.Phase;
import io.rialto.protocol.frame.Frame;

/** Ends a call when its time has come. What happens meanwhile, cancels for one, neither delays nor repeats that. */
public final class CallEnd implements Duty {
    private static final byte CALL = (byte) Phase.CALL.value();

    private final Instruments instruments;
    private final Sessions sessions;
    private final Auctions auctions;
    private final Uncross uncross;

    public CallEnd(Instruments instruments, Sessions sessions, Auctions auctions, Uncross uncross) {
        this.instruments = instruments;
        this.sessions = sessions;
        this.auctions = auctions;
        this.uncross = uncross;
    }

    /** The call of the instrument that runs now. */
    static long key(Instrument market, Session session) {
        return (long) market.number() << 32 | session.calls;
    }

    @Override
    public boolean isAlive(long key) {
        Instrument market = instruments.get((int) (key >>> 32));
        return market.phase() == CALL && sessions.of(market).calls == (int) key;
    }

    @Override
    public boolean isDone(Frame frame, long key, long nowNanos) {
        Instrument market = instruments.get((int) (key >>> 32));
        auctions.endCall(market, sessions.of(market).endNanos);
        // All of it, before anything else that fell due could change what the price was made of.
        return uncross.isDone(frame);
    }
}
