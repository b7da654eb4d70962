package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import java.util.ArrayList;
import java.util.List;

/** Draws contracts and their tiers: mostly sound ones, sometimes one thing gone wrong. */
final class ContractDraw {
    private static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int FUTURE = 1, PERPETUAL = 2;
    private static final long[] SMALL_RATES = {1, 10_000, 100_000, 500_000, 1_000_000, 2_500_000};

    private ContractDraw() {}

    /** The same market, but for a contract on its base settled in its quote. */
    static Market contract(Dice dice, Market market, int quoteScale) {
        Command.ListInstrument terms = market.terms();
        // As many decimal places as one tick of one lot has beyond the smallest unit of money.
        int beyond = terms.tickScale() + terms.lotScale() - quoteScale;
        long mantissa = (long) Math.pow(10, Math.max(0, beyond)) * dice.oneOf(1, 1, 1, 2, 5, 10);
        int scale = dice.chance(70) ? 0 : dice.below(Math.max(0, -beyond) + 1);
        if (dice.chance(2)) scale++;
        boolean isFuture = dice.chance(50);
        boolean hasCollar = terms.collarTicks() != Command.NULL;
        ListContract contract = new ListContract(
                terms.symbol(),
                terms.baseAsset(),
                terms.quoteAsset(),
                terms.tickMantissa(),
                terms.lotMantissa(),
                mantissa,
                terms.minLots(),
                terms.maxLots(),
                terms.minNotional(),
                hasCollar || dice.chance(20) ? terms.collarTicks() : dice.between(1, 5),
                dice.chance(85) ? market.centreTicks() : terms.referenceTicks(),
                isFuture ? expiry(dice) : 0,
                terms.makerFeeRate(),
                terms.takerFeeRate(),
                terms.tickScale(),
                terms.lotScale(),
                scale,
                isFuture ? FUTURE : PERPETUAL,
                terms.marketRemainder(),
                terms.feeIncomeMayBeNegative(),
                dice.chance(30) ? terms.tickMantissa() * dice.between(1, 50) : 0,
                terms.tickScale());
        double lotQuote = market.lotQuote() * mantissa / Math.pow(10, scale);
        return new Market(
                terms,
                contract,
                market.centreTicks(),
                market.spreadTicks(),
                market.mostLots(),
                lotQuote,
                market.lotBase());
    }

    static Command wrong(Dice dice, ListContract old, int some) {
        int field = dice.below(26);
        boolean isOther = field == 25;
        return new ListContract(
                field == 0 ? old.symbol() : field == 1 ? "A B" : "K" + dice.below(20),
                field == 2 ? some : old.underlyingAsset(),
                field == 3 ? some : old.settlementAsset(),
                field == 4 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.tickMantissa(),
                field == 5 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.lotMantissa(),
                field == 6 ? dice.oneOf(0, -1, Long.MAX_VALUE, Long.MIN_VALUE) : old.multiplierMantissa(),
                field == 7 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.minLots(),
                field == 8 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.maxLots(),
                field == 9 ? -1 : old.minNotional(),
                field == 10 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.collarTicks(),
                field == 11 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.referenceTicks(),
                field == 12 || isOther ? dice.oneOf(0, -1, 1, Long.MIN_VALUE) : old.expiryNanos(),
                field == 13 ? (int) dice.oneOf(Integer.MAX_VALUE, Integer.MIN_VALUE) : old.makerFeeRate(),
                field == 14 ? (int) dice.oneOf(10_000_001, -10_000_000) : old.takerFeeRate(),
                field == 15 ? (int) dice.oneOf(18, 19, 255) : old.tickScale(),
                field == 16 ? (int) dice.oneOf(18, 19, 255) : old.lotScale(),
                field == 17 ? (int) dice.oneOf(1, 5, 18, 19, 255) : old.multiplierScale(),
                field == 18 || isOther ? (int) dice.oneOf(0, 1, 2, 3, 255) : old.kind(),
                field == 19 ? (int) dice.oneOf(0, 3, 255) : old.marketRemainder(),
                field == 20 ? (int) dice.oneOf(2, 255) : old.feeIncomeMayBeNegative(),
                field == 21 ? dice.oneOf(-1, 1, Long.MAX_VALUE) : old.floorMantissa(),
                field == 22 ? (int) dice.oneOf(0, 1, 18, 19, 255) : old.floorScale());
    }

    /** Mostly after some of the flow. */
    private static long expiry(Dice dice) {
        if (dice.chance(3)) return dice.oneOf(1, Long.MAX_VALUE);
        long days = dice.oneOf(9_999, 9_999, 2, 3, 4, 6);
        return START_NANOS + (dice.chance(90) ? days * DAY_NANOS / 2 : 50_000) + dice.below(5) * 500L;
    }

    /** Tiers for values that the market's orders come to. */
    static SetMarginTiers tiers(Dice dice, int instrument, Market market) {
        int count = dice.chance(96) ? 1 + dice.below(4) : (int) dice.oneOf(0, 16, 17);
        double lot = Math.max(1, Math.min(market.lotQuote(), 1e15));
        double most = Math.min(lot * market.mostLots() * dice.oneOf(1, 2, 2, 6, 40), 1e18);
        long upTo = 0;
        int initial = (int) dice.oneOf(SMALL_RATES);
        int maintenance = (int) Math.max(1, initial / dice.between(1, 3));
        List<Command> tiers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            upTo += 1 + (long) (most / count * dice.below(1000) / 1000);
            tiers.add(new MarginTier(upTo, initial, maintenance));
            initial = Math.min(10_000_000, initial * (int) dice.between(1, 3));
            maintenance = (int) dice.between(maintenance, Math.max(maintenance, initial));
        }
        if (!tiers.isEmpty() && dice.chance(10)) spoil(dice, tiers);
        return new SetMarginTiers(instrument, tiers);
    }

    /** For any value, and not much of it. */
    static SetMarginTiers wideTiers(Dice dice, int instrument) {
        int initial = (int) dice.oneOf(100_000, 500_000, 1_000_000, 2_500_000);
        int maintenance = (int) (initial / dice.oneOf(1, 2, 2, 4));
        return new SetMarginTiers(instrument, new ArrayList<>(List.of(new MarginTier(1L << 61, initial, maintenance))));
    }

    private static void spoil(Dice dice, List<Command> tiers) {
        int at = dice.below(tiers.size());
        MarginTier old = (MarginTier) tiers.get(at);
        Command wrong = switch (dice.below(6)) {
            case 0 -> new MarginTier(dice.oneOf(0, -1, 1, Long.MAX_VALUE), old.initialRate(), old.maintenanceRate());
            case 1 -> new MarginTier(old.upToMinor(), (int) dice.oneOf(0, -1, 1, 10_000_001), old.maintenanceRate());
            case 2 -> new MarginTier(old.upToMinor(), old.initialRate(), (int) dice.oneOf(0, -1, 1));
            case 3 -> new MarginTier(old.upToMinor(), old.initialRate(), old.initialRate() + 1);
            case 4 -> new MarginTier(old.upToMinor(), 10_000_000, 10_000_000);
            default -> new Command.Tick();
        };
        tiers.set(at, wrong);
    }
}
