package io.rialto.engine.position;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/**
 * The positions of all accounts in those instruments that keep them: every trade changes two.
 *
 * <p>In lots of the instrument, bought less sold; no further than 2^63 - 1 either way. Threading: the core's thread only.
 * Allocates once for an account's first trade in an instrument, then only to grow.
 */
public final class Positions {
    private static final int FEW = 16;

    private Position[][] byInstrument = new Position[FEW][];
    private Position[] marked = new Position[FEW];
    private int markedCount;
    private long foresight;

    /** Lots changed hands; both sides may be one account. */
    public void traded(Instrument market, int buyer, int seller, long lots) {
        if (buyer == seller) return;
        change(of(market, buyer), lots);
        change(of(market, seller), -lots);
    }

    private void change(Position position, long lots) {
        position.change(lots);
        if (position.hasOrders()) mark(position);
    }

    /**
     * An account's side of a contract's trade.
     *
     * @param byLots below zero when it sold
     * @return what that realises, in minor units; below zero is a loss
     */
    public long trade(Instrument market, int account, long byLots, long priceTicks) {
        Position position = of(market, account);
        long realised = position.trade(byLots, priceTicks);
        if (position.hasOrders()) mark(position);
        return realised;
    }

    /** The total cost of a position in a contract, in minor units; never below zero. */
    public long costMinor(int instrument, int account) {
        Position position = find(instrument, account);
        return position == null ? 0 : position.costMinor;
    }

    /** How far the account levers the contract; 0 for as far as it may. */
    public int leverage(int instrument, int account) {
        Position position = find(instrument, account);
        return position == null ? 0 : position.leverage;
    }

    public void leverage(Instrument market, int account, int leverage) {
        of(market, account).leverage = leverage;
    }

    /** Whether a margin of its own answers for the account's position in the contract. */
    public boolean isIsolated(int instrument, int account) {
        Position position = find(instrument, account);
        return position != null && position.isIsolated;
    }

    public void isolate(Instrument market, int account, boolean isIsolated) {
        of(market, account).isIsolated = isIsolated;
    }

    /** Which of an account's purses answers for its position in a contract, for {@link Balances}. */
    public int purse(Instrument market, int account) {
        return isIsolated(market.number(), account) ? Balances.isolatedPurse(market.number()) : market.quotePurse();
    }

    /** From here on trades can be foreseen, one after another, without being done. */
    public void beginForesight() {
        foresight++;
    }

    /** The same as a trade, but only for who asks for what is foreseen. */
    public void foresee(Instrument market, int buyer, int seller, long lots) {
        if (buyer == seller) return;
        of(market, buyer).foresee(lots, foresight);
        of(market, seller).foresee(-lots, foresight);
    }

    long foresight() {
        return foresight;
    }

    /** Of an account in an instrument; 0 when it never traded there. */
    public long lots(int instrument, int account) {
        Position position = find(instrument, account);
        return position == null ? 0 : position.lots;
    }

    private Position find(int instrument, int account) {
        boolean isInside = instrument >= 0 && instrument < byInstrument.length;
        Position[] positions = isInside ? byInstrument[instrument] : null;
        int place = place(account);
        boolean isKnown = positions != null && place >= 0 && place < positions.length;
        return isKnown ? positions[place] : null;
    }

    Position of(Instrument market, int account) {
        Position[] positions = of(market.number());
        int place = place(account);
        if (place >= positions.length) {
            positions = Arrays.copyOf(positions, Math.max(place + 1, positions.length << 1));
            byInstrument[market.number()] = positions;
        }
        if (positions[place] == null) positions[place] = new Position(market, account);
        return positions[place];
    }

    /** Of the venue's own accounts only the insurance fund can come to have positions. */
    private static int place(int account) {
        if (account >= Accounts.FIRST) return account - Accounts.FIRST + 1;
        return account == Accounts.INSURANCE_FUND ? 0 : -1;
    }

    private Position[] of(int instrument) {
        if (instrument >= byInstrument.length) {
            byInstrument = Arrays.copyOf(byInstrument, Math.max(instrument + 1, byInstrument.length << 1));
        }
        if (byInstrument[instrument] == null) byInstrument[instrument] = new Position[FEW];
        return byInstrument[instrument];
    }

    /** Its orders have to be looked at before anything else follows. */
    void mark(Position position) {
        if (position.isMarked) return;
        position.isMarked = true;
        if (markedCount == marked.length) marked = Arrays.copyOf(marked, markedCount << 1);
        marked[markedCount++] = position;
    }

    boolean isAnyMarked() {
        return markedCount > 0;
    }

    /** By instrument and then by account, whoever was marked first. */
    Position firstMarked() {
        Position first = marked[0];
        for (int i = 1; i < markedCount; i++) {
            int ahead = Integer.compare(marked[i].market.number(), first.market.number());
            if (ahead == 0) ahead = Integer.compare(marked[i].account, first.account);
            if (ahead < 0) first = marked[i];
        }
        return first;
    }

    void unmark(Position position) {
        position.isMarked = false;
        for (int i = 0; i < markedCount; i++) {
            if (marked[i] != position) continue;
            marked[i] = marked[--markedCount];
            marked[markedCount] = null;
            return;
        }
    }

    /** The instrument keeps no positions any more: who had one has none. */
    void forget(Instrument market) {
        for (Position position : of(market.number())) {
            if (position == null) continue;
            position.lots = 0;
            if (position.hasOrders()) mark(position);
        }
    }

    /** Whether each is a whole number of other lots; what is not answers below zero. */
    public boolean areWhole(Instrument market, LongUnaryOperator newLots) {
        for (Position position : of(market.number())) {
            boolean isWhole = position == null || newLots.applyAsLong(Math.abs(position.lots)) >= 0;
            if (!isWhole) return false;
        }
        return true;
    }

    /** Lots are others from now on: every position is the same in those. */
    public void convert(Instrument market, LongUnaryOperator newLots) {
        for (Position position : of(market.number())) {
            if (position == null) continue;
            long size = newLots.applyAsLong(Math.abs(position.lots));
            position.lots = position.lots < 0 ? -size : size;
        }
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int instrument = 0; instrument < byInstrument.length; instrument++) {
            if (byInstrument[instrument] == null) continue;
            for (Position position : byInstrument[instrument]) {
                if (position == null) continue;
                if (position.isIsolated) state.accept(-((long) instrument << 32 | position.account));
                if (position.lots == 0 && position.leverage == 0) continue;
                state.accept((long) instrument << 32 | position.account);
                state.accept(position.lots);
                state.accept(position.costMinor);
                state.accept(position.leverage);
            }
        }
    }

    /** For audits: what all positions in a contract cost, in minor units, those below zero counted against the others. */
    public long sumOfCosts(Instrument market) {
        long sum = 0;
        for (Position position : of(market.number())) {
            if (position != null) sum += position.lots < 0 ? -position.costMinor : position.costMinor;
        }
        return sum;
    }

    /** For audits: what all accounts together have of an instrument, which is nothing unless something was too much. */
    public long sumOfLots(Instrument market) {
        long sum = 0;
        for (Position position : of(market.number())) {
            if (position == null) continue;
            if (Math.abs(position.lots) == Long.MAX_VALUE) return 0;
            sum += position.lots;
        }
        return sum;
    }
}
