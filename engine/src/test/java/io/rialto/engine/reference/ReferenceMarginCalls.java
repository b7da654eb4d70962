package io.rialto.engine.reference;

import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tells each account, after every command, when what its positions need has come to another level of its equity. */
final class ReferenceMarginCalls {
    private static final BigInteger WHOLE = valueOf(10_000_000);
    private static final BigInteger MOST = valueOf(Long.MAX_VALUE);
    private static final int LAST_CALL = ReferenceMatching.MAX_EVENTS - 8;

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<ReferencePurse, Integer> levels = new HashMap<>();

    ReferenceMarginCalls(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    /** By account, then by asset; false when the frame has no room for all of it. */
    boolean areAllDone() {
        if (control.instruments.stream().noneMatch(ReferenceInstrument::isContract)) return true;
        for (int account : new TreeSet<>(control.blocks.firms.keySet())) {
            for (int asset = 1; asset <= control.assets.getAsInt(); asset++)
                if (!isLookedAt(new ReferencePurse(account, asset, 0))) return false;
            for (ReferenceInstrument market : control.instruments) {
                if (!market.isContract() || !matching.margin.isolated.is(market, account)) continue;
                if (!isLookedAt(matching.margin.isolated.purse(market, account))) return false;
            }
        }
        return true;
    }

    private boolean isLookedAt(ReferencePurse purse) {
        BigInteger maintenance = bounded(matching.margin.isolated.maintenance(purse));
        int old = levels.getOrDefault(purse, 0);
        boolean mayBeCalled = maintenance.signum() != 0 || old != 0;
        BigInteger equity = mayBeCalled ? bounded(matching.margin.isolated.equity(purse)) : ZERO;
        int level = level(equity, maintenance);
        if (level != old) {
            if (matching.events.size() >= LAST_CALL) return false;
            levels.put(purse, level);
            String event = purse.isIsolated() ? "PositionMarginCalled" : "MarginCalled";
            int of = purse.isIsolated() ? purse.instrument() : purse.asset();
            matching.events.add(event, equity, maintenance, purse.account(), of, old, level);
            if (level == 100) control.liquidation.begin(purse);
            if (old == 100) control.liquidation.end(purse, equity, maintenance);
        }
        control.risk.holdings.look(purse.account(), purse.asset());
        return true;
    }

    /** The highest of an account's in an asset, as prices are now. */
    int highest(int account, int asset) {
        var isolated = matching.margin.isolated;
        return isolated.purses(account, asset).stream()
                .mapToInt(one -> level(bounded(isolated.equity(one)), bounded(isolated.maintenance(one))))
                .max()
                .orElse(0);
    }

    static int level(BigInteger equity, BigInteger maintenance) {
        if (maintenance.signum() == 0) return 0;
        BigInteger hundredfold = maintenance.multiply(valueOf(100));
        for (int level : List.of(100, 90, 80)) {
            if (hundredfold.compareTo(equity.multiply(valueOf(level))) >= 0) return level;
        }
        return 0;
    }

    static BigInteger bounded(BigInteger minor) {
        return minor.min(MOST).max(MOST.negate());
    }

    BigInteger maintenance(int account, int asset) {
        BigInteger sum = ZERO;
        for (ReferenceInstrument market : control.instruments) {
            if (!market.isContract() || market.terms.quoteAsset() != asset) continue;
            BigInteger lots = matching.positions.in(market).getOrDefault(account, ZERO);
            sum = sum.add(maintenance(market, lots));
        }
        return sum;
    }

    /** Of so many lots, bought or sold. */
    BigInteger maintenance(ReferenceInstrument market, BigInteger lots) {
        return lots.signum() == 0 ? ZERO : ofValue(market, market.counted(market.contractMark(), lots.abs()));
    }

    /** Each part of the value at its tier's rate, the sum rounded up; the last tier goes on for ever. */
    private static BigInteger ofValue(ReferenceInstrument market, BigInteger value) {
        BigInteger sum = ZERO;
        BigInteger below = ZERO;
        for (ReferenceContract.Tier tier : market.contract.tiers) {
            BigInteger end = tier == market.contract.last() ? value : value.min(tier.upTo());
            BigInteger part = end.subtract(below).max(ZERO);
            sum = sum.add(part.multiply(tier.maintenanceRate()));
            below = below.add(part);
        }
        return ReferenceContract.up(sum, WHOLE);
    }
}
