package io.rialto.feeds.quotes;

import io.rialto.protocol.Side;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What an account quotes in an instrument.
 *
 * @param group to which it belongs; 0: none
 * @param deltaWeightBps what a lot counts for a delta, in basis points
 * @param limits of this instrument alone
 * @param bid number of the last order that was a quote to buy, open or not; 0 for none
 * @param ask the same to sell
 */
public record InstrumentQuotes(int instrument, int group, int deltaWeightBps, QuoteLimits limits, long bid, long ask) {
    private static final int WHOLE_BPS = 10_000;

    static InstrumentQuotes begun(int instrument) {
        return new InstrumentQuotes(instrument, 0, WHOLE_BPS, QuoteLimits.NONE, 0, 0);
    }

    InstrumentQuotes quotes(Side side, long order) {
        boolean buys = side == Side.BUY;
        return new InstrumentQuotes(instrument, group, deltaWeightBps, limits, buys ? order : bid, buys ? ask : order);
    }

    InstrumentQuotes assigned(int toGroup, int weightBps) {
        return new InstrumentQuotes(instrument, toGroup, weightBps, limits, bid, ask);
    }

    InstrumentQuotes protectedBy(QuoteLimits now) {
        return new InstrumentQuotes(instrument, group, deltaWeightBps, now, bid, ask);
    }

    /** Of both sides, the bid first. */
    public List<Long> orders() {
        return LongStream.of(bid, ask).filter(order -> order != 0).boxed().toList();
    }
}
