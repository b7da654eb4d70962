package io.rialto.engine.funding;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.margin.PositionMargins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.LotValue;
import io.rialto.engine.pricing.Proportion;
import io.rialto.protocol.FundingPaidEncoder;
import io.rialto.protocol.PositionsFundedEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.function.LongConsumer;

/**
 * One funding of one perpetual: first all who pay do, to the insurance fund, then all who receive do, from there, each in the
 * order of accounts and over as many frames as it takes. Payments are rounded up and receipts down: since longs and shorts
 * are worth the same, what the fund is left with is never less than it had, but for what a position of its own would pay.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing once warm.
 */
final class FundingRound implements Consequence {
    /** A refusal may have to follow what is said last in a frame. */
    private static final int LAST_PAYMENT = FrameLayout.MAX_EVENTS - 8;

    /** No position that is funded is worth more, no margin goes further from zero by it. */
    private static final long MOST_MINOR = 1L << 62;

    private final Accounts accounts;
    private final Balances balances;
    private final Positions positions;
    private final FundingPaidEncoder paid = new FundingPaidEncoder();
    private final PositionMargins own;
    private final PositionsFundedEncoder funded = new PositionsFundedEncoder();

    private Instrument market;
    private int rate;
    private long plannedNanos;
    private long markTicks;
    private boolean isOn;
    private boolean isReceiving;
    private int next;
    private long paidMinor;
    private long receivedMinor;

    FundingRound(Accounts accounts, Balances balances, Positions positions, Margins margins) {
        this.accounts = accounts;
        this.balances = balances;
        this.positions = positions;
        own = new PositionMargins(balances, positions, margins);
    }

    /** Whether all of it fits. Nothing is done yet. */
    boolean canBegin(Instrument contract, int ofRate, long forNanos) {
        market = contract;
        rate = ofRate;
        plannedNanos = forNanos;
        markTicks = contract.valuationTicks();
        long sum = 0;
        long received = 0;
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            long lots = positions.lots(market.number(), account);
            if (lots == 0) continue;
            long value = valueMinor(lots);
            if (value == LotValue.OVERFLOW || value > MOST_MINOR) return false;
            long amount = amountMinor(lots, value);
            if (amount == 0) continue;
            boolean isTooMuch = amount > MOST_MINOR - sum || -amount > MOST_MINOR - received;
            if (isTooMuch || !fits(margin(account), amount)) return false;
            sum += Math.max(0, amount);
            received += Math.max(0, -amount);
        }
        // A position of the fund's own pays itself: then more can go out than comes in.
        long fund = margin(Accounts.INSURANCE_FUND);
        return fund <= MOST_MINOR - sum && fund >= received - MOST_MINOR;
    }

    /** What was asked about last begins. */
    void begin() {
        isOn = true;
        isReceiving = false;
        next = Accounts.FIRST;
        paidMinor = 0;
        receivedMinor = 0;
    }

    @Override
    public boolean isPending() {
        return isOn;
    }

    @Override
    public boolean isDone(Frame frame) {
        while (true) {
            if (frame.eventCount() >= LAST_PAYMENT) return false;
            if (accounts.isOpen(next)) {
                settle(frame, next++);
            } else if (isReceiving) {
                end(frame);
                return true;
            } else {
                isReceiving = true;
                next = Accounts.FIRST;
            }
        }
    }

    private void settle(Frame frame, int account) {
        long lots = positions.lots(market.number(), account);
        if (lots == 0) return;
        long amount = amountMinor(lots, valueMinor(lots));
        if (amount == 0 || amount < 0 != isReceiving) return;
        balances.postMargin(cell(account), cell(Accounts.INSURANCE_FUND), amount);
        if (isReceiving) receivedMinor -= amount;
        else paidMinor += amount;
        frame.claimEvent(paid)
                .amountMinor(amount)
                .positionLots(lots)
                .account(account)
                .instrument(market.number());
        if (positions.isIsolated(market.number(), account)) own.tell(frame, market, account, -amount);
    }

    private void end(Frame frame) {
        frame.claimEvent(funded)
                .plannedNanos(plannedNanos)
                .markTicks(markTicks)
                .paidMinor(paidMinor)
                .receivedMinor(receivedMinor)
                .instrument(market.number())
                .fundingRate(rate);
        isOn = false;
    }

    private long valueMinor(long lots) {
        return market.lotValue().traded(markTicks, Math.abs(lots));
    }

    /** Above zero what it pays, below zero what it receives. */
    private long amountMinor(long lots, long valueMinor) {
        boolean pays = lots > 0 == rate > 0;
        int size = Math.abs(rate);
        return pays ? Proportion.roundedUp(valueMinor, size, Fees.WHOLE) : -Proportion.of(valueMinor, size, Fees.WHOLE);
    }

    private static boolean fits(long marginMinor, long amountMinor) {
        return amountMinor > 0 ? marginMinor >= amountMinor - MOST_MINOR : marginMinor <= MOST_MINOR + amountMinor;
    }

    private long margin(int account) {
        int cell = balances.find(account, positions.purse(market, account));
        return cell == Balances.NONE ? 0 : balances.total(cell);
    }

    private int cell(int account) {
        return balances.cell(account, positions.purse(market, account));
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        if (!isOn) return;
        state.accept((long) market.number() << 32 | next);
        state.accept(rate);
        state.accept(isReceiving ? 1 : 0);
        state.accept(plannedNanos);
        state.accept(markTicks);
        state.accept(paidMinor);
        state.accept(receivedMinor);
    }
}
