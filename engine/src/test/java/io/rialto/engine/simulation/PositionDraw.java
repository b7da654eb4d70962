package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;
import java.util.List;

/** Draws orders that may only reduce a position. */
final class PositionDraw {
    /** Whether an instrument keeps positions. */
    static final int TRACKED = 62;

    private final Dice dice;
    private final int percent;

    PositionDraw(Dice dice) {
        this.dice = dice;
        percent = (int) dice.oneOf(0, 0, 5, 40);
    }

    /** How often a position shrinks under orders that reduce it, as a weight among commands. */
    int sceneWeight() {
        return percent / 3;
    }

    List<Command> opening(int instrument) {
        boolean isTracked = percent > 0 && dice.chance(70);
        return isTracked ? List.of(new Command.ChangeInstrument(instrument, TRACKED, 1)) : List.of();
    }

    /** Perhaps the same order, but only to reduce. */
    Command maybe(Command order) {
        return dice.chance(percent) ? reducing(order) : order;
    }

    /** The same for each part of a command that has several. */
    Command maybeParts(Command several) {
        if (several instanceof Command.NewOrderList list) {
            return new Command.NewOrderList(
                    list.account(), list.kind(), list.childPolicy(), list.childOnPartialCancel(), parts(list.legs()));
        }
        boolean isBestEffort = several instanceof Command.OrderBatch batch && batch.mode() != 1;
        if (!isBestEffort) return several;
        Command.OrderBatch batch = (Command.OrderBatch) several;
        return new Command.OrderBatch(batch.account(), batch.mode(), parts(batch.operations()));
    }

    private List<Command> parts(List<Command> parts) {
        return parts.stream().map(part -> isOrder(part) ? maybe(part) : part).toList();
    }

    static boolean isOrder(Command part) {
        return part instanceof Command.NewOrder || part instanceof Command.NewSpecialOrder;
    }

    static Command reducing(Command order) {
        boolean isPlain = order instanceof Command.NewOrder;
        if (isPlain) return new Command.NewSpecialOrder((Command.NewOrder) order, reducing(SpecialTerms.PLAIN));
        Command.NewSpecialOrder special = (Command.NewSpecialOrder) order;
        return new Command.NewSpecialOrder(special.order(), reducing(special.terms()));
    }

    static SpecialTerms reducing(SpecialTerms t) {
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
