package io.rialto.engine.phases;

import io.rialto.engine.listing.Instrument;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** The sessions of all instruments, by number. Threading: the core's thread only. Allocates once an instrument. */
public final class Sessions {
    private Session[] sessions = new Session[16];

    public Session of(Instrument market) {
        int number = market.number();
        if (number >= sessions.length) sessions = Arrays.copyOf(sessions, Math.max(number + 1, sessions.length << 1));
        if (sessions[number] == null) sessions[number] = new Session();
        return sessions[number];
    }

    /** Everything that can change a later decision. */
    public void visit(Instrument market, LongConsumer state) {
        of(market).visit(state);
    }
}
