package io.rialto.engine;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.PriceGuard;
import io.rialto.protocol.Reason;

/** Sends every market of a core the slow and complete way of matching, which must say what the fast one says. */
public final class SlowMatching {
    private static final PriceGuard LETS_ALL_PASS = new PriceGuard() {
        @Override
        public Reason objects(Instrument market, long priceTicks, long lastTradeTicks) {
            return Reason.NONE;
        }

        @Override
        public void stopped(Instrument market, long priceTicks) {
            throw new IllegalStateException("never objected");
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
