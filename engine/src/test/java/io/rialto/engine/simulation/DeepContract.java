package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import java.util.ArrayList;
import java.util.List;

/** A contract's book deeper than one frame has room for: every trade is told with both its positions. */
final class DeepContract {
    private static final int DEPTH = 1_500;
    private static final int MAKER = 100;
    private static final int TAKER = 101;
    private static final int FILL_OR_KILL = 3;
    private static final long MONEY = 1L << 50;

    private final List<Step> steps = new ArrayList<>();

    private DeepContract() {}

    static List<Step> steps() {
        DeepContract book = new DeepContract();
        book.build();
        return book.steps;
    }

    private void build() {
        add(new Command.ListAsset("BASE", 0));
        add(new Command.ListAsset("QUOTE", 0));
        add(new ListContract(
                "DEEP", 1, 2, 1, 1, 3, 1, 1_000_000, 0, 1_000, 100, 0, 1000, 25_000, 0, 0, 0, 2, 1, 1, 0, 0));
        for (int account = MAKER; account <= TAKER; account++) {
            add(new Command.OpenAccount(0, 0, 0));
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, 2, MONEY));
            add(new MoveMargin(account, 2, MONEY));
        }
        fill();
        // Around as many fills as a frame has room for.
        for (int lots = 1_355; lots < 1_370; lots++) add(new Command.TestOrder(TAKER, buy(lots, FILL_OR_KILL)));
        add(new Command.ChangeInstrument(1, 50, -1_000));
        for (int lots = 810; lots < 825; lots++) add(new Command.TestOrder(TAKER, buy(lots, FILL_OR_KILL)));
        add(buy(DEPTH, FILL_OR_KILL));
        add(buy(DEPTH, 2));
        add(buy(DEPTH, 1));
        add(new Command.CancelAll(MAKER, 0, 255));
    }

    private void fill() {
        for (int i = 0; i < DEPTH; i++) {
            add(new Command.NewOrder(MAKER, 1, 100 + i % 3, 1, 0, 2, 1, 1, 0, 0, ""));
        }
    }

    private static Command buy(long lots, int timeInForce) {
        return new Command.NewOrder(TAKER, 1, 200, lots, 0, 1, 1, timeInForce, 0, 0, "");
    }

    private void add(Command command) {
        steps.add(new Step(steps.size(), command, null, steps.size()));
    }
}
