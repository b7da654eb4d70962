package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/** Draws how an instrument's orders share a price, before its first session. */
final class AllocationDraw {
    private static final int ALGORITHM = 34;
    private static final int MIN_SHARE = 35;
    private static final int FIFO_SHARE = 36;
    private static final int TOP_MIN = 37;
    private static final int TOP_MAX = 38;

    private AllocationDraw() {}

    static List<Command> opening(Dice dice, int instrument, int firstAccount, int accounts) {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.ChangeInstrument(instrument, ALGORITHM, 1));
        if (dice.chance(50)) commands.add(new Command.ChangeInstrument(instrument, MIN_SHARE, dice.between(1, 4)));
        long fifoBps = dice.oneOf(1_000, 4_000, 10_000, dice.between(1, 10_000));
        if (dice.chance(40)) commands.add(new Command.ChangeInstrument(instrument, FIFO_SHARE, fifoBps));
        if (dice.chance(60)) commands.add(new Command.ChangeInstrument(instrument, TOP_MIN, dice.between(1, 4)));
        if (dice.chance(30)) commands.add(new Command.ChangeInstrument(instrument, TOP_MAX, dice.between(1, 6)));
        int leads = dice.chance(50) ? 0 : 1 + dice.below(3);
        for (int i = 0; i < leads; i++) commands.add(lead(dice, instrument, firstAccount + dice.below(accounts)));
        return commands;
    }

    static Command lead(Dice dice, int instrument, int account) {
        int shareBps = (int) dice.oneOf(0, 1_000, 3_333, 5_000, 10_000, 10_001, -1, Integer.MAX_VALUE);
        return new Command.AssignLead(instrument, account, shareBps);
    }
}
