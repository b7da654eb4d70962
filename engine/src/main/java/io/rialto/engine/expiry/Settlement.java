package io.rialto.engine.expiry;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.lifecycle.Delisting;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Clearing;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.ContractSettledEncoder;
import io.rialto.protocol.PositionSettledEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Closes every position in an expired contract at one price, in the order of accounts and over as many frames as it takes;
 * then the contract is delisted. Its orders are gone by then.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
public final class Settlement implements Consequence {
    private static final int LAST_CLOSE = FrameLayout.MAX_EVENTS - 8;
    private static final long MOST_MINOR = 1L << 62;
    private static final byte EXPIRED = 1;
    private static final byte AT_MARK = 2;
    private static final byte SETTLED = 3;

    private final Accounts accounts;
    private final Balances balances;
    private final Positions positions;
    private final Clearing clearing;
    private final Delisting delisting;
    private final PositionSettledEncoder closed = new PositionSettledEncoder();
    private final ContractSettledEncoder settled = new ContractSettledEncoder();
    private byte[] states = new byte[16]; // by instrument
    private Instrument[] waiting = new Instrument[4]; // for their mark
    private int waitingCount;
    private int settledCount;

    // The contract at hand.
    private Instrument market;
    private long priceTicks;
    private int next;
    private long boughtLots;
    private long closedLots;
    private long closedMinor;

    public Settlement(Accounts accounts, Balances balances, Positions positions, Margins margins, Delisting delisting) {
        this.accounts = accounts;
        this.balances = balances;
        this.positions = positions;
        this.delisting = delisting;
        clearing = new Clearing(balances, positions, margins);
    }

    /** Whether its trading is over. */
    public boolean isExpired(int instrument) {
        return state(instrument) >= EXPIRED;
    }

    /** Whether its final price is known. */
    public boolean isSettled(int instrument) {
        return state(instrument) == SETTLED;
    }

    /** Of how many contracts the final price is known. */
    public int settledCount() {
        return settledCount;
    }

    void expired(Instrument contract) {
        state(contract.number(), EXPIRED);
    }

    /** As soon as its orders are gone; unless that does not fit. */
    void atMark(Instrument contract) {
        if (waitingCount == waiting.length) waiting = Arrays.copyOf(waiting, waitingCount << 1);
        waiting[waitingCount++] = contract;
        state(contract.number(), AT_MARK);
    }

    /** It fits, and no other contract is being settled. */
    void at(Instrument contract, long ticks) {
        market = contract;
        priceTicks = ticks;
        next = Accounts.INSURANCE_FUND;
        boughtLots = 0;
        closedLots = 0;
        closedMinor = 0;
        state(contract.number(), SETTLED);
        settledCount++;
    }

    /** Whether every value is at most 2^62, and every margin that money moves to or from stays one of 63 bits. */
    boolean fits(Instrument contract, long ticks) {
        long cleared = marginMinor(contract, Accounts.CLEARING);
        for (int account = Accounts.INSURANCE_FUND; isHolder(account); account = after(account)) {
            long lots = positions.lots(contract.number(), account);
            if (lots == 0) continue;
            long value = contract.lotValue().traded(ticks, Math.abs(lots));
            if (value == LotValue.OVERFLOW || value > MOST_MINOR) return false;
            long gained = value - positions.costMinor(contract.number(), account);
            long realised = lots > 0 ? gained : -gained;
            long margin = marginMinor(contract, account);
            long after = cleared - realised;
            boolean overflows = ((cleared ^ realised) & (cleared ^ after)) < 0
                    || ((margin ^ (margin + realised)) & (realised ^ (margin + realised))) < 0
                    || overflowsBack(contract, account, margin + realised);
            if (overflows) return false;
            cleared = after;
        }
        return true;
    }

    /** Where what is left of an isolated position's own margin comes back. */
    private boolean overflowsBack(Instrument contract, int account, long marginMinor) {
        long own = positions.isIsolated(contract.number(), account)
                ? totalMinor(account, positions.purse(contract, account))
                : 0;
        long after = marginMinor + own;
        return ((marginMinor ^ after) & (own ^ after)) < 0;
    }

    private long marginMinor(Instrument contract, int account) {
        return totalMinor(account, contract.quotePurse());
    }

    private long totalMinor(int account, int purse) {
        int cell = balances.find(account, purse);
        return cell == Balances.NONE ? 0 : balances.total(cell);
    }

    @Override
    public boolean isPending() {
        return market != null || waitingCount > 0;
    }

    @Override
    public boolean isDone(Frame frame) {
        while (isPending()) {
            if (frame.eventCount() >= LAST_CLOSE) return false;
            if (market == null) beginNext();
            else if (isHolder(next)) close(frame, next);
            else end(frame);
        }
        return true;
    }

    private void beginNext() {
        Instrument contract = waiting[0];
        System.arraycopy(waiting, 1, waiting, 0, --waitingCount);
        long ticks = contract.valuationTicks() == Instrument.NONE ? 0 : contract.valuationTicks();
        if (fits(contract, ticks)) at(contract, ticks);
        else state(contract.number(), EXPIRED);
    }

    /** The fund's position, then the users'. */
    private boolean isHolder(int account) {
        return account == Accounts.INSURANCE_FUND || accounts.isOpen(account);
    }

    private static int after(int account) {
        return account == Accounts.INSURANCE_FUND ? Accounts.FIRST : account + 1;
    }

    private void close(Frame frame, int account) {
        next = after(account);
        long lots = positions.lots(market.number(), account);
        if (lots == 0) return;
        long realised = clearing.close(market, account, priceTicks);
        long value = market.lotValue().traded(priceTicks, Math.abs(lots));
        closedLots += lots;
        boughtLots += Math.max(0, lots);
        closedMinor += lots > 0 ? value : -value;
        frame.claimEvent(closed)
                .priceTicks(priceTicks)
                .closedLots(lots)
                .realisedMinor(realised)
                .account(account)
                .instrument(market.number());
        clearing.tellClosed(frame);
    }

    private void end(Frame frame) {
        frame.claimEvent(settled).priceTicks(priceTicks).closedLots(boughtLots).instrument(market.number());
        delisting.end(frame, market.number());
        market = null;
    }

    /** For audits: what of a contract is closed while the other side still stands; 0 when none is being settled. */
    public long closedLots(Instrument contract) {
        return contract == market ? closedLots : 0;
    }

    /** For audits: what it was worth, in minor units. */
    public long closedMinor(Instrument contract) {
        return contract == market ? closedMinor : 0;
    }

    private byte state(int instrument) {
        return instrument < states.length ? states[instrument] : 0;
    }

    private void state(int instrument, byte state) {
        if (instrument >= states.length) states = Arrays.copyOf(states, instrument << 1);
        states[instrument] = state;
    }

    void visit(LongConsumer state) {
        for (int instrument = 1; instrument < states.length; instrument++) {
            if (states[instrument] != 0) state.accept((long) instrument << 8 | states[instrument]);
        }
        for (int i = 0; i < waitingCount; i++) state.accept(waiting[i].number());
        if (market == null) return;
        state.accept((long) market.number() << 32 | next);
        state.accept(priceTicks);
        state.accept(boughtLots);
        state.accept(closedLots);
        state.accept(closedMinor);
    }
}
