package io.rialto.engine.closing;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Positions that a rule wants smaller, one after another: each is tried once, within the collar around its mark, when all that
 * followed from a command is done. Of those that are liquidated nothing is taken here.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class ClosingLine implements Consequence {
    private static final int LAST_START = FrameLayout.MAX_EVENTS / 2;
    /** Without a collar, so much of the mark. */
    private static final int USUAL_PART = 10;

    private final Instruments instruments;
    private final Positions positions;
    private final Margins margins;
    private final ClosingOrders closing;
    private final Predicate<Instrument> open;
    private int[] accounts = new int[4];
    private int[] markets = new int[4];
    private long[] lots = new long[4];
    private ClosingCause[] causes = new ClosingCause[4];
    private int count;

    /** @param open which markets trade now */
    public ClosingLine(
            Instruments instruments,
            Positions positions,
            Margins margins,
            ClosingOrders closing,
            Predicate<Instrument> open) {
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.closing = closing;
        this.open = open;
    }

    /** So many lots of a position, at the most, unless it is in line already: the larger wish stands. */
    public void add(int account, int instrument, long mostLots, ClosingCause cause) {
        for (int i = 0; i < count; i++) {
            if (accounts[i] != account || markets[i] != instrument) continue;
            if (mostLots <= lots[i]) return;
            lots[i] = mostLots;
            causes[i] = cause;
            return;
        }
        if (count == accounts.length) grow();
        accounts[count] = account;
        markets[count] = instrument;
        lots[count] = mostLots;
        causes[count++] = cause;
    }

    @Override
    public boolean isPending() {
        return count > 0;
    }

    /** One order, so that everything else follows before the next. */
    @Override
    public boolean isDone(Frame frame) {
        if (frame.eventCount() > LAST_START) return false;
        int account = accounts[0];
        Instrument market = instruments.get(markets[0]);
        long mostLots = lots[0];
        ClosingCause cause = causes[0];
        removeFirst();
        long held = positions.lots(market.number(), account);
        boolean isFree = open.test(market) && !margins.distressed().contains(account, positions.purse(market, account));
        if (held == 0 || !isFree || market.valuationTicks() == Instrument.NONE) return true;
        closing.make(frame, market, account, held < 0, mostLots, limitTicks(market, held < 0), cause);
        return true;
    }

    private static long limitTicks(Instrument market, boolean buys) {
        long mark = market.valuationTicks();
        long collar = market.collarTicks() == Instrument.NONE ? mark / USUAL_PART : market.collarTicks();
        if (!buys) return Math.max(1, mark - collar);
        return mark > Long.MAX_VALUE - collar ? Long.MAX_VALUE : mark + collar;
    }

    private void removeFirst() {
        count--;
        System.arraycopy(accounts, 1, accounts, 0, count);
        System.arraycopy(markets, 1, markets, 0, count);
        System.arraycopy(lots, 1, lots, 0, count);
        System.arraycopy(causes, 1, causes, 0, count);
    }

    private void grow() {
        accounts = Arrays.copyOf(accounts, count << 1);
        markets = Arrays.copyOf(markets, count << 1);
        lots = Arrays.copyOf(lots, count << 1);
        causes = Arrays.copyOf(causes, count << 1);
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int i = 0; i < count; i++) {
            state.accept((long) accounts[i] << 32 | markets[i]);
            state.accept(lots[i]);
            state.accept(causes[i].value());
        }
        state.accept(0);
    }
}
