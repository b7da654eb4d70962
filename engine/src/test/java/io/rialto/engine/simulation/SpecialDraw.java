package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Draws the terms of special orders: mostly such as can stand together, sometimes one field gone wrong. */
final class SpecialDraw {
    private SpecialDraw() {}

    static SpecialTerms terms(Dice dice, Command.NewOrder order) {
        if (dice.chance(70)) return DisplayDraw.terms(dice, order);
        int exempt = dice.chance(5) ? 2 : dice.below(2);
        int hostile = dice.chance(3) ? 200 : 0;
        return new SpecialTerms(Command.NULL, Command.NULL, 0, 0, 0, 0, 0, 0, 0, hostile, 0, 0, 0, 0, exempt);
    }
}
