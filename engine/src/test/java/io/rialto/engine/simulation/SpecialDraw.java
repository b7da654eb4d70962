package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Draws the terms of special orders: mostly such as can stand together, sometimes one field gone wrong. */
final class SpecialDraw {
    private SpecialDraw() {}

    /** What is left of a market order becomes a limit order, sometimes with one field gone wrong. */
    static Command toLimit(Dice dice, Command.NewOrder market, long nowNanos) {
        int wrong = dice.chance(85) ? -1 : dice.below(6);
        long lots = market.quantityLots() != 0 ? market.quantityLots() : dice.between(1, 9);
        Command.NewOrder order = new Command.NewOrder(
                market.account(),
                market.instrument(),
                wrong == 0 ? dice.oneOf(-1, 1, 100) : 0,
                lots,
                wrong == 1 ? dice.oneOf(-1, 1, 100) : 0,
                market.side(),
                3,
                wrong == 2 ? 2 + dice.below(2) : 1,
                wrong == 3 ? 1 + dice.below(2) : 0,
                market.selfTradePrevention(),
                market.clientOrderId());
        if (wrong == 4) return order;
        Command.NewOrder timed = TimeDraw.order(dice, order);
        SpecialTerms terms = wrong == 5 ? terms(dice, timed) : SpecialTerms.PLAIN;
        return new Command.NewSpecialOrder(timed, TimeDraw.terms(dice, timed, terms, nowNanos));
    }

    static SpecialTerms terms(Dice dice, Command.NewOrder order) {
        if (dice.chance(70)) return DisplayDraw.terms(dice, order);
        int exempt = dice.chance(5) ? 2 : dice.below(2);
        int hostile = dice.chance(3) ? 200 : 0;
        return new SpecialTerms(Command.NULL, Command.NULL, 0, 0, 0, 0, 0, 0, 0, hostile, 0, 0, 0, 0, exempt);
    }
}
