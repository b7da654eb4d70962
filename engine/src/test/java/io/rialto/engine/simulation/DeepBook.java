package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand;
import java.util.ArrayList;
import java.util.List;

/** A book deeper than one frame has room for: what a sweep and a cancel of many do when the frame's cap is reached. */
final class DeepBook {
    private static final int DEPTH = 4_500;
    private static final int MAKER = 100;
    private static final int TAKER = 101;

    private final List<Step> steps = new ArrayList<>();

    private DeepBook() {}

    static List<Step> steps() {
        DeepBook book = new DeepBook();
        book.build();
        return book.steps;
    }

    private void build() {
        add(new Command.ListAsset("BASE", 0));
        add(new Command.ListAsset("QUOTE", 0));
        long none = Command.NULL;
        add(new Command.ListInstrument("DEEP", 1, 2, 1, 1, 1, 1_000_000, 0, none, none, 1000, 25_000, 0, 0, 1, 1, 1));
        for (int account = MAKER; account <= TAKER; account++) {
            add(new Command.OpenAccount(0, 0, 0));
            for (int asset = 1; asset <= 2; asset++) {
                add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, 1_000_000_000));
            }
        }
        fill();
        sweep(1, 5);
        add(new Command.CancelAll(MAKER, 0, 255));
        fill();
        sweep(2, 0);
        fill();
        sweep(3, 1);
        add(new Command.CancelAll(MAKER, 1, 2));
        add(new Command.CancelAll(MAKER, 1, 255));
        add(new Command.CancelAll(MAKER, 1, 255));
        kill();
    }

    /** What a kill leaves for the next frame comes before everything else. */
    private void kill() {
        fill();
        for (int parameter : new int[] {6, 7, 50, 51, 6}) add(new Command.ChangeInstrument(1, parameter, 200));
        fill();
        add(new ControlCommand.CancelAfter(MAKER, 0, 10));
        add(new ControlCommand.Kill(2, MAKER));
        for (int i = 0; i < 3; i++) add(new Command.Tick());
        add(new Command.CancelAll(TAKER, 0, 255));
    }

    private void fill() {
        for (int i = 0; i < DEPTH; i++) {
            add(new Command.NewOrder(MAKER, 1, 100 + i % 3, 1, 0, 2, 1, 1, 0, 0, ""));
        }
    }

    /** Takes all there is, and more; own orders of the maker stand in no other's way. */
    private void sweep(int timeInForce, int prevention) {
        int taker = prevention == 5 ? MAKER : TAKER;
        add(new Command.NewOrder(taker, 1, 200, DEPTH, 0, 1, 1, timeInForce, 0, prevention, ""));
    }

    private void add(Command command) {
        steps.add(new Step(steps.size(), command, null, steps.size()));
    }
}
