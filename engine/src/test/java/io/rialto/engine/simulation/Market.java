package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand;

/**
 * How one instrument of a flow is traded: its terms, and around which price, by how much and in which sizes.
 *
 * @param contract null for an instrument whose assets themselves change hands
 */
record Market(
        Command.ListInstrument terms,
        MarginCommand.ListContract contract,
        long centreTicks,
        int spreadTicks,
        int mostLots,
        double lotQuote,
        double lotBase) {
    private static final long[] FEES = {0, 0, 10_000, 25_000, 333_333, 1_000_000, 10_000_000};
    private static final long[] REBATES = {-1, -5_000, -333_333, -2_000_000};

    static Market drawn(Dice dice, int number, int base, int quote, int[] scales) {
        boolean isHuge = dice.chance(8);
        boolean isCoarse = !isHuge && dice.chance(35);
        boolean isTiny = dice.chance(25);
        int lotScale = dice.below(Math.min(3, scales[base - 1]) + 1);
        int tickScale = isCoarse ? dice.below(5) + scales[quote - 1] : dice.below(scales[quote - 1] + 1);
        long centre = isTiny ? 1 + dice.below(3) : dice.oneOf(20, 100, 1000, 65_536, 900_000);
        int mostLots = (int) dice.oneOf(5, 10, 100, 1000);
        if (isHuge) centre = dice.oneOf(1L << 31, 1L << 40, 1L << 52, Long.MAX_VALUE >> 7);
        long collar = dice.chance(50) ? Command.NULL : dice.between(1, 4);
        int makerRate = rate(dice, 35);
        int takerRate = rate(dice, 15);
        boolean isPaidFor = makerRate < 0 && dice.chance(70);
        if (isPaidFor) takerRate = -makerRate * (dice.chance(75) ? 1 : 2);
        boolean isRebated = !isPaidFor && (makerRate < 0 || takerRate < 0);
        Command.ListInstrument terms = new Command.ListInstrument(
                "S" + number,
                base,
                quote,
                dice.oneOf(1, 1, 5, 25, 7),
                dice.oneOf(1, 1, 1, 3, 10),
                dice.oneOf(1, 1, 1, 2),
                isHuge && dice.chance(50) ? Long.MAX_VALUE : mostLots * 2L,
                dice.chance(70) ? 0 : dice.between(1, 20),
                collar,
                dice.chance(50) ? Command.NULL : centre,
                makerRate,
                takerRate,
                tickScale,
                lotScale,
                isPaidFor ? 2 : 1 + dice.below(2),
                1 + (collar == Command.NULL ? dice.below(30) / 29 : dice.below(2)),
                isRebated && dice.chance(80) ? 1 : isPaidFor ? 0 : dice.below(2));
        double lotBase = terms.lotMantissa() * Math.pow(10, scales[base - 1] - lotScale);
        double perTick = terms.tickMantissa() * Math.pow(10, scales[quote - 1] - tickScale - lotScale);
        double lotQuote = centre * perTick * terms.lotMantissa();
        int spread = (int) dice.oneOf(1, 2, 2, 4, 4, 10, 300, 40_000);
        return new Market(terms, null, centre, spread, mostLots, lotQuote, lotBase);
    }

    Command listing() {
        return contract == null ? terms : contract;
    }

    private static int rate(Dice dice, int rebatePercent) {
        if (dice.chance(1)) return 10_000_001;
        return (int) (dice.chance(rebatePercent) ? dice.oneOf(REBATES) : dice.oneOf(FEES));
    }

    long price(Dice dice) {
        if (dice.chance(1)) return dice.oneOf(0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE + 1);
        long price = centreTicks + dice.between(-spreadTicks, spreadTicks);
        return price <= 0 && dice.chance(95) ? 1 : price;
    }

    long lots(Dice dice) {
        if (dice.chance(1)) return dice.oneOf(0, -1, terms.maxLots(), Long.MAX_VALUE, terms.maxLots() + 1, 1L << 40);
        return dice.chance(50) ? dice.between(1, Math.min(6, mostLots)) : dice.between(1, mostLots);
    }

    /** About what so many lots cost, never exactly. */
    long amount(Dice dice, long lots) {
        if (dice.chance(1)) return dice.oneOf(-1, 1, Long.MAX_VALUE);
        return (long) (lots * lotQuote) + dice.between(0, 3);
    }
}
