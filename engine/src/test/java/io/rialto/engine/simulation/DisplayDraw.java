package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Draws icebergs, hidden orders and orders with a least quantity, mostly possible ones. */
final class DisplayDraw {
    private DisplayDraw() {}

    static SpecialTerms terms(Dice dice, Command.NewOrder order) {
        long lots = Math.max(1, order.quantityLots());
        int kind = dice.weighted(50, 20, 15, 15, 4);
        boolean isIceberg = kind == 0 || kind == 4 && dice.chance(50);
        long display = isIceberg ? part(dice, lots) : 0;
        long range = isIceberg && dice.chance(50) ? dice.below((int) Math.min(display, 4)) : 0;
        if (dice.chance(2)) range = dice.oneOf(-1, 1, Long.MAX_VALUE);
        if (dice.chance(2)) display = dice.oneOf(-1, lots, lots + 1, Long.MAX_VALUE);
        long least = kind == 2 || kind == 4 && dice.chance(50) ? part(dice, lots) : 0;
        if (dice.chance(2)) least = dice.oneOf(-1, lots + 1, Long.MAX_VALUE);
        int hidden = kind == 1 || kind == 4 && dice.chance(50) ? 1 : 0;
        int allOrNone = kind == 3 || kind == 4 && dice.chance(50) ? 1 : 0;
        return new SpecialTerms(
                Command.NULL, Command.NULL, 0, display, range, least, 0, 0, 0, 0, 0, hidden, allOrNone, 0, 0);
    }

    static Command amend(Dice dice, int account, long order, Command.NewOrder asked) {
        long lots = Math.max(1, asked.quantityLots());
        long display = dice.chance(95) ? part(dice, lots) : dice.oneOf(0, -1, lots + 1, Long.MAX_VALUE);
        return new Command.AmendDisplay(account, order, display);
    }

    /** Few lots, so that there are many peaks. */
    private static long part(Dice dice, long lots) {
        long most = dice.chance(70) ? Math.min(lots, 3) : lots;
        long least = Math.max(1, most / 40);
        return dice.between(least, most);
    }
}
