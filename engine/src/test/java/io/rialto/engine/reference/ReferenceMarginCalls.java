package io.rialto.engine.reference;

import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells each account, after every command, when what its positions need has come to another level of its equity. */
final class ReferenceMarginCalls {
    private static final BigInteger WHOLE = valueOf(10_000_000);
    private static final BigInteger MOST = valueOf(Long.MAX_VALUE);
    private static final int LAST_CALL = ReferenceMatching.MAX_EVENTS - 8;

    private record Whose(int account, int asset) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Whose, Integer> levels = new HashMap<>();

    ReferenceMarginCalls(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    /** By account, then by asset; false when the frame has no room for all of it. */
    boolean areAllDone() {
        if (control.instruments.stream().noneMatch(ReferenceInstrument::isContract)) return true;
        for (int account : control.blocks.firms.keySet().stream().sorted().toList()) {
            for (int asset = 1; asset <= control.assets.getAsInt(); asset++) {
                BigInteger maintenance = bounded(maintenance(account, asset));
                BigInteger equity = bounded(matching.margin.equity(account, asset));
                int level = level(equity, maintenance);
                Whose whose = new Whose(account, asset);
                int old = levels.getOrDefault(whose, 0);
                if (level != old) {
                    if (matching.events.size() >= LAST_CALL) return false;
                    levels.put(whose, level);
                    matching.events.add("MarginCalled", equity, maintenance, account, asset, old, level);
                    if (level == 100) control.liquidation.begin(account, asset);
                    if (old == 100) control.liquidation.end(account, asset, equity, maintenance);
                }
                control.risk.holdings.look(account, asset);
            }
        }
        return true;
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
        return ofValue(market, market.counted(market.contractMark(), lots.abs()));
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
