package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.*;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What every account has and how much of it is held, in minor units; accounts 1 and 2 are the venue's own. */
public final class ReferenceLedger {
    private static final BigDecimal LEAST_FEE = BigDecimal.valueOf(1, 7);
    static final int WORLD = 1;
    static final int FEE_INCOME = 2;
    static final BigDecimal MOST = valueOf(Long.MAX_VALUE);

    private record Holding(int account, int asset) {}

    IntFunction<BigDecimal> promised = asset -> ZERO;

    private final Map<Holding, BigDecimal> totals = new HashMap<>();
    private final Map<Holding, BigDecimal> helds = new HashMap<>();
    /** The second purse: what contracts are settled in. It may be below zero. */
    private final Map<Holding, BigDecimal> margins = new HashMap<>();

    private final Map<ReferencePurse, BigDecimal> positions = new HashMap<>();

    public BigDecimal total(int account, int asset) {
        return totals.getOrDefault(new Holding(account, asset), ZERO);
    }

    public BigDecimal held(int account, int asset) {
        return helds.getOrDefault(new Holding(account, asset), ZERO);
    }

    public BigDecimal margin(int account, int asset) {
        return margins.getOrDefault(new Holding(account, asset), ZERO);
    }

    /** Over all accounts and all their purses. */
    public BigDecimal sum(int asset) {
        var ofPositions = positions.keySet().stream().filter(one -> one.asset() == asset);
        BigDecimal own = ofPositions.map(positions::get).reduce(ZERO, BigDecimal::add);
        return sum(totals, asset).add(sum(margins, asset)).add(own);
    }

    /** The margin of an isolated position. */
    BigDecimal ofPosition(ReferencePurse purse) {
        return positions.getOrDefault(purse, ZERO);
    }

    /** From an account's margin to that of its position; below zero back. */
    void toPosition(ReferencePurse purse, BigDecimal amount) {
        margins.merge(new Holding(purse.account(), purse.asset()), amount.negate(), BigDecimal::add);
        positions.merge(purse, amount, BigDecimal::add);
    }

    private static BigDecimal sum(Map<Holding, BigDecimal> purses, int asset) {
        var holdings = purses.keySet().stream().filter(holding -> holding.asset == asset);
        return holdings.map(purses::get).reduce(ZERO, BigDecimal::add);
    }

    /** From one account's margin to another's. */
    void moveMargin(int from, int to, int asset, BigDecimal amount) {
        margins.merge(new Holding(from, asset), amount.negate(), BigDecimal::add);
        margins.merge(new Holding(to, asset), amount, BigDecimal::add);
    }

    /** From fee income to the insurance fund's margin; below zero back. */
    void insure(int asset, BigDecimal amount) {
        totals.merge(new Holding(FEE_INCOME, asset), amount.negate(), BigDecimal::add);
        margins.merge(new Holding(ReferenceFunding.FUND, asset), amount, BigDecimal::add);
    }

    /** From an account's balance to its margin; below zero back. */
    void toMargin(int account, int asset, BigDecimal amount) {
        totals.merge(new Holding(account, asset), amount.negate(), BigDecimal::add);
        margins.merge(new Holding(account, asset), amount, BigDecimal::add);
    }

    private void pay(ReferenceOrder order, int asset, BigDecimal fee) {
        move(order.account, FEE_INCOME, asset, fee);
        if (order.instrument.isContract()) toMargin(order.account, asset, fee.negate());
    }

    void move(int from, int to, int asset, BigDecimal amount) {
        totals.merge(new Holding(from, asset), amount.negate(), BigDecimal::add);
        totals.merge(new Holding(to, asset), amount, BigDecimal::add);
    }

    /** Only the free part can be held; below zero gives back. */
    void hold(int account, int asset, BigDecimal amount) {
        BigDecimal free = total(account, asset).subtract(held(account, asset));
        refuseIf(amount.signum() > 0 && amount.compareTo(free) > 0, INSUFFICIENT_FUNDS);
        helds.merge(new Holding(account, asset), amount, BigDecimal::add);
    }

    /** More than is free as well, of which the same command releases it again. */
    void holdAnyway(int account, int asset, BigDecimal amount) {
        helds.merge(new Holding(account, asset), amount, BigDecimal::add);
    }

    /** All that users own together, which is what the outside world and a negative fee income owe, must fit. */
    void deposit(int account, int asset, BigDecimal amount) {
        refuseIf(!hasRoomFor(asset, amount), VALUE_OVERFLOW);
        move(WORLD, account, asset, amount);
    }

    /** The same of what is promised of an asset, and of what the clearing account pays before it is paid. */
    boolean hasRoomFor(int asset, BigDecimal amount) {
        BigDecimal feesOwed = total(FEE_INCOME, asset).min(ZERO);
        return fits(amount.subtract(feesOwed).add(owned(asset)));
    }

    /** By users, but for what fee income owes them, and what they were promised. */
    private BigDecimal owned(int asset) {
        BigDecimal fronted = total(ReferenceDebts.CLEARING, asset).min(ZERO);
        return promised.apply(asset).subtract(total(WORLD, asset)).subtract(fronted);
    }

    /** The most that a rebate can be: what fee income has, or may owe until all that users own no longer fits. */
    BigDecimal payableRebate(int asset, boolean mayBeNegative) {
        BigDecimal mayOwe = mayBeNegative ? MOST.subtract(owned(asset)) : ZERO;
        return total(FEE_INCOME, asset).add(mayOwe).max(ZERO);
    }

    static boolean fits(BigDecimal value) {
        return value.compareTo(MOST) <= 0;
    }

    /** What maker and taker pay, by rates that are null where nobody does. A fee is there before the other side's rebate. */
    List<BigDecimal> charge(
            long trade,
            ReferenceOrder maker,
            BigDecimal makerRate,
            ReferenceOrder taker,
            BigDecimal takerRate,
            BigDecimal notional,
            long lots,
            EventLines caps) {
        Fee makers = new Fee(maker, makerRate, notional, lots);
        Fee takers = new Fee(taker, takerRate, notional, lots);
        BigDecimal takerFee = makers.isRebate() && !takers.isRebate() ? takers.charge() : null;
        BigDecimal makerFee = makers.charge();
        if (takerFee == null) takerFee = takers.charge();
        makers.tell(trade, caps);
        takers.tell(trade, caps);
        return List.of(makerFee, takerFee);
    }

    /** What one side of a fill pays. It brings the sum of the order's fees to its exact fees, rounded up. */
    private final class Fee {
        private final ReferenceOrder order;
        private final int asset;
        private BigDecimal due = ZERO, fee = ZERO;

        Fee(ReferenceOrder order, BigDecimal rate, BigDecimal notional, long lots) {
            this.order = order;
            var instrument = order.instrument;
            var terms = instrument.fees.terms(order.account, instrument);
            boolean isInBase = order.isBuy && !instrument.feesInQuote;
            asset = isInBase ? instrument.terms.baseAsset() : instrument.terms.quoteAsset();
            if (rate == null) return;
            boolean isNewSegment = order.feeSegment != null && !order.feeSegment.equals(terms.segment());
            order.feeSegment = terms.segment();
            boolean keepsPrepaid =
                    order.isBuy && instrument.feesInQuote && !instrument.isContract(); // his hold counts on it
            if (isNewSegment && !keepsPrepaid) order.feeExact = order.feeCharged = ZERO;
            BigDecimal received = isInBase ? instrument.base(lots) : notional;
            order.feeExact = order.feeExact.add(received.multiply(rate));
            if (instrument.feesInQuote)
                order.feeExact = order.feeExact.add(terms.perLot().multiply(valueOf(lots)));
            due = ReferenceInstrument.up(order.feeExact).subtract(order.feeCharged);
            order.feeCharged = order.feeCharged.add(due);
            fee = due;
            if (isInBase || !order.isBuy && !instrument.isContract()) fee = due.min(received);
        }

        boolean isRebate() {
            return due.signum() < 0;
        }

        /** A rebate that cannot be paid is not owed later. */
        BigDecimal charge() {
            BigDecimal rebate = payableRebate(asset, order.instrument.terms.feeIncomeMayBeNegative() == 1);
            if (fee.add(rebate).signum() < 0) {
                order.feeCharged = order.feeCharged.subtract(fee).subtract(rebate);
                order.feeExact = order.feeExact.max(
                        order.feeCharged.subtract(BigDecimal.ONE).add(LEAST_FEE));
                fee = rebate.negate();
            }
            pay(order, asset, fee);
            return fee;
        }

        void tell(long trade, EventLines caps) {
            if (fee.compareTo(due) != 0) caps.add("FeeCapped", trade, order.number, due, fee);
        }
    }
}
