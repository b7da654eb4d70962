package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;
import java.util.List;

/** Draws orders that may only reduce a position. */
final class PositionDraw {
    /** Whether an instrument keeps positions. */
    private static final int TRACKED = 62;

    private final Dice dice;
    private final int percent;

    PositionDraw(Dice dice) {
        this.dice = dice;
        percent = (int) dice.oneOf(0, 0, 5, 40);
    }

    List<Command> opening(int instrument) {
        boolean isTracked = percent > 0 && dice.chance(70);
        return isTracked ? List.of(new Command.ChangeInstrument(instrument, TRACKED, 1)) : List.of();
    }

    /** Perhaps the same order, but only to reduce. */
    Command maybe(Command order) {
        return dice.chance(percent) ? reducing(order) : order;
    }

    private static Command reducing(Command order) {
        boolean isPlain = order instanceof Command.NewOrder;
        if (isPlain) return new Command.NewSpecialOrder((Command.NewOrder) order, reducing(SpecialTerms.PLAIN));
        Command.NewSpecialOrder special = (Command.NewSpecialOrder) order;
        return new Command.NewSpecialOrder(special.order(), reducing(special.terms()));
    }

    private static SpecialTerms reducing(SpecialTerms t) {
        return new SpecialTerms(
                t.triggerTicks(),
                t.activationTicks(),
                t.trailingTicks(),
                t.displayLots(),
                t.displayRangeLots(),
                t.minQuantityLots(),
                t.pegOffsetTicks(),
                t.expireTimeNanos(),
                t.trailingBps(),
                t.triggerSource(),
                t.pegReference(),
                t.hidden(),
                t.allOrNone(),
                1,
                t.exempt());
    }
}
