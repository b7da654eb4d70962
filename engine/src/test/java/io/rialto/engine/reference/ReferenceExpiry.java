package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.MarginCommand.SettleContract;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How futures end: no orders from their expiry on, and every position closed at one price. */
final class ReferenceExpiry {
    static final int AWAITED = 64;
    private static final int KIND = 8;
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(62);
    private static final int LAST_CLOSE = ReferenceMatching.MAX_EVENTS - 8;

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Set<ReferenceInstrument> expired = new HashSet<>();
    private final Set<ReferenceInstrument> settled = new HashSet<>();
    /** Contracts that are settled at their mark as soon as they can be. */
    private final List<ReferenceInstrument> atMark = new ArrayList<>();

    private ReferenceInstrument market;
    private long ticks;
    private List<Integer> left;
    private BigInteger bought;

    ReferenceExpiry(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    static boolean isFuture(ReferenceInstrument market) {
        return market.isContract() && !market.contract.isPerpetual;
    }

    void listed(ReferenceInstrument market) {
        if (!isFuture(market)) return;
        matching.agenda.add(market.contract.expiryNanos, KIND, market.number, () -> expires(market));
    }

    private boolean expires(ReferenceInstrument future) {
        if (!expired.contains(future)) {
            if (!control.blocks.hasRoom()) return false;
            matching.events.add("ContractExpired", future.contract.expiryNanos, future.number);
            expired.add(future);
            control.blocks.add(0, CONTRACT_EXPIRED, order -> order.instrument == future);
            if (future.parameter(AWAITED) != 1) atMark.add(future);
        }
        return control.blocks.areAllDone();
    }

    void check(int instrument) {
        refuseIf(expired.stream().anyMatch(one -> one.number == instrument), CONTRACT_EXPIRED);
    }

    /** Whether trades of the contract still stand. */
    boolean isSettled(ReferenceInstrument market) {
        return settled.contains(market);
    }

    void checkTrades(ReferenceInstrument market) {
        refuseIf(settled.contains(market), CONTRACT_SETTLED);
        check(market.number);
    }

    void settle(ReferenceInstrument future, SettleContract asked) {
        refuseIf(!isFuture(future), NOT_A_FUTURE);
        refuseIf(!expired.contains(future), CONTRACT_NOT_EXPIRED);
        refuseIf(settled.contains(future), CONTRACT_SETTLED);
        refuseIf(asked.priceTicks() <= 0, PRICE_NOT_POSITIVE);
        refuseIf(!fits(future, asked.priceTicks()), VALUE_OVERFLOW);
        begin(future, asked.priceTicks());
    }

    private boolean fits(ReferenceInstrument future, long price) {
        int asset = future.terms.quoteAsset();
        BigInteger cleared = margin(ReferenceContracts.CLEARING, asset);
        for (int account : holders(future)) {
            if (future.value(price, lots(future, account).abs()).compareTo(MOST) > 0) return false;
            BigInteger realised = realised(future, account, price);
            cleared = cleared.subtract(realised);
            var purse = matching.margin.isolated.purse(future, account);
            BigInteger margin = margin(account, asset).add(realised);
            BigInteger back = purse.isIsolated() ? matching.margin.isolated.margin(purse) : BigInteger.ZERO;
            boolean isLong = cleared.bitLength() < 64
                    && margin.bitLength() < 64
                    && margin.add(back).bitLength() < 64;
            if (!isLong) return false;
        }
        return true;
    }

    private BigInteger margin(int account, int asset) {
        return matching.ledger.margin(account, asset).toBigIntegerExact();
    }

    private BigInteger lots(ReferenceInstrument future, int account) {
        return matching.positions.in(future).get(account);
    }

    /** By account. */
    private List<Integer> holders(ReferenceInstrument future) {
        var positions = matching.positions.in(future);
        return positions.keySet().stream()
                .filter(account -> positions.get(account).signum() != 0)
                .sorted()
                .toList();
    }

    private BigInteger realised(ReferenceInstrument future, int account, long price) {
        BigInteger lots = lots(future, account);
        BigInteger gained = future.value(price, lots.abs()).subtract(future.contract.cost(account));
        return lots.signum() > 0 ? gained : gained.negate();
    }

    private void begin(ReferenceInstrument future, long price) {
        market = future;
        ticks = price;
        left = new ArrayList<>(holders(future));
        bought = BigInteger.ZERO;
        settled.add(future);
    }

    /** False when the frame has no room for all of it. */
    boolean isDone() {
        while (market != null || !atMark.isEmpty()) {
            if (matching.events.size() >= LAST_CLOSE) return false;
            if (market == null) {
                ReferenceInstrument future = atMark.remove(0);
                if (fits(future, future.contractMark())) begin(future, future.contractMark());
            } else if (left.isEmpty()) end();
            else close(left.remove(0));
        }
        return true;
    }

    private void close(int account) {
        BigInteger lots = lots(market, account);
        BigInteger realised = realised(market, account, ticks);
        var before = new ReferenceContracts.Change(lots, market.contract.cost(account), BigInteger.ZERO);
        int asset = market.terms.quoteAsset();
        matching.ledger.moveMargin(ReferenceContracts.CLEARING, account, asset, new BigDecimal(realised));
        market.contract.keep(account, BigInteger.ZERO, realised);
        matching.positions.in(market).put(account, BigInteger.ZERO);
        bought = bought.add(lots.max(BigInteger.ZERO));
        matching.events.add("PositionSettled", ticks, lots, realised, account, market.number);
        var after = new ReferenceContracts.Change(BigInteger.ZERO, BigInteger.ZERO, realised);
        matching.margin.isolated.follow(market, account, before, after, BigInteger.ZERO);
    }

    private void end() {
        matching.events.add("ContractSettled", ticks, bought, market.number);
        control.delist(market.number);
        market = null;
    }

    /** While one is being settled, what is closed of it has no other side. */
    boolean isSettling(ReferenceInstrument future) {
        return market == future;
    }

    boolean isSettlingIn(int asset) {
        return market != null && market.terms.quoteAsset() == asset;
    }
}
