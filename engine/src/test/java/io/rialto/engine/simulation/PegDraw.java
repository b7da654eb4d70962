package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Draws orders whose price follows the book, mostly such as may. */
final class PegDraw {
    private static final int PEGGED = 10;

    private PegDraw() {}

    static Command order(Dice dice, Command.NewOrder like, long nowNanos) {
        int impatient = dice.chance(5) ? 1 + dice.below(3) : 1;
        long cap = dice.chance(50) ? 0 : like.priceTicks();
        Command.NewOrder order = new Command.NewOrder(
                like.account(),
                like.instrument(),
                cap,
                like.quantityLots(),
                dice.chance(2) ? 5 : 0,
                like.side(),
                dice.chance(98) ? PEGGED : 1,
                impatient,
                dice.chance(4) ? 1 : 0,
                like.selfTradePrevention(),
                like.clientOrderId());
        int reference = dice.chance(97) ? 1 + dice.below(3) : (int) dice.oneOf(0, 4);
        long offset = dice.chance(60)
                ? 0
                : dice.chance(97) ? dice.between(-3, 3) : dice.oneOf(Long.MAX_VALUE, Long.MIN_VALUE);
        SpecialTerms display = dice.chance(15) ? DisplayDraw.terms(dice, order) : SpecialTerms.PLAIN;
        SpecialTerms terms = new SpecialTerms(
                Command.NULL,
                Command.NULL,
                0,
                display.displayLots(),
                display.displayRangeLots(),
                display.minQuantityLots(),
                offset,
                0,
                0,
                0,
                reference,
                display.hidden(),
                display.allOrNone(),
                0,
                0);
        Command.NewOrder timed = dice.chance(70) ? order : TimeDraw.order(dice, order);
        return new Command.NewSpecialOrder(timed, TimeDraw.terms(dice, timed, terms, nowNanos));
    }
}
