package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/** Draws ranges and limits about as wide as the flow's prices spread, so that they hold sometimes and break sometimes. */
final class InterruptionDraw {
    private static final int FIRST = 10;
    private static final int COUNT = 10;
    private static final int OWN_TRADES = 21;

    private InterruptionDraw() {}

    static Command.ChangeInstrument parameter(Dice dice, int instrument, Market market) {
        int parameter = FIRST + dice.below(COUNT);
        long value = dice.chance(35) ? Command.NULL : value(dice, market, parameter);
        if (dice.chance(4)) value = dice.oneOf(-1, 0, 1, 10_000, 10_001, 1_001, Long.MAX_VALUE);
        return new Command.ChangeInstrument(instrument, parameter, value);
    }

    /** What works together: a limit and its window, ranges, calls that are extended and end. */
    static List<Command> opening(Dice dice, int instrument, Market market) {
        List<Command> changes = new ArrayList<>();
        if (dice.chance(50)) {
            int limit = dice.chance(50) ? 14 : 17;
            changes.add(change(instrument, limit, dice.between(1, Math.max(1, market.spreadTicks()))));
            changes.add(change(instrument, limit + 1, dice.oneOf(500, 2_000)));
        }
        if (dice.chance(60)) changes.add(change(instrument, dice.chance(70) ? 10 : 11, basisPoints(dice, market)));
        if (dice.chance(50)) {
            changes.add(change(instrument, 12, Math.max(1, basisPoints(dice, market) / 4)));
            changes.add(change(instrument, 13, dice.oneOf(500, 2_000)));
            changes.add(change(instrument, 19, dice.below(6)));
            if (dice.chance(90)) changes.add(change(instrument, OWN_TRADES, 1)); // then owners go before it is extended
        }
        return changes;
    }

    private static Command change(int instrument, int parameter, long value) {
        return new Command.ChangeInstrument(instrument, parameter, value);
    }

    private static long value(Dice dice, Market market, int parameter) {
        return switch (parameter) {
            case 10, 11, 12 -> basisPoints(dice, market);
            case 14, 17 -> dice.between(1, 2L * market.spreadTicks());
            case 19 -> dice.below(4);
            default -> dice.oneOf(1, 500, 2_000, 10_000, 50_000);
        };
    }

    private static long basisPoints(Dice dice, Market market) {
        double spread = 20_000.0 * market.spreadTicks() / market.centreTicks();
        return dice.between(1, (long) Math.max(1, Math.min(10_000, spread)));
    }
}
