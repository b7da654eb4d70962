package io.rialto.engine;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.PriceGuard;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Sends every market of a core the slow and complete way of matching, which must say what the fast one says. */
public final class SlowMatching {
    private static final PriceGuard LETS_ALL_PASS = new PriceGuard() {
        @Override
        public void begins(Instrument market, long nowNanos) {}

        @Override
        public Reason objects(Instrument market, long priceTicks) {
            return Reason.NONE;
        }

        @Override
        public void matched(Frame frame, Instrument market, long order) {}

        @Override
        public int mostEvents() {
            return 0;
        }
    };

    private SlowMatching() {}

    public static void in(Core core) {
        for (int number = 1; number <= core.rooms.instruments.count(); number++) {
            Instrument market = core.rooms.instruments.get(number);
            if (!market.hasPriceGuard()) market.guardPrices(LETS_ALL_PASS);
        }
    }
}
