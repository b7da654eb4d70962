package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import java.util.ArrayList;
import java.util.List;

/** Liquidations that begin in a frame which expiring orders have filled to where a step, or a call, may still begin or not. */
final class DeepLiquidation {
    private static final int SLEEPER = 100;
    private static final int SELLER = 101;
    private static final int BUYERS = 6;
    private static final long MONEY = 1L << 40;
    private static final int GOOD_TILL_DATE = 5;
    private static final long EXPIRY = 1_000_000;

    private final List<Step> steps = new ArrayList<>();
    private long timeNanos;

    private DeepLiquidation() {}

    static List<Step> steps() {
        DeepLiquidation flow = new DeepLiquidation();
        flow.build();
        return flow.steps;
    }

    private void build() {
        add(new Command.ListAsset("BASE", 0));
        add(new Command.ListAsset("QUOTE", 0));
        add(new ListContract("DEEP", 1, 2, 1, 1, 1, 1, 1_000_000, 0, 1_000, 100, 0, 0, 0, 0, 0, 0, 2, 1, 1, 0, 0));
        add(new SetMarginTiers(1, new ArrayList<>(List.of(new MarginTier(1L << 61, 500_000, 500_000)))));
        for (int account = SLEEPER; account <= SELLER + BUYERS; account++) {
            add(new Command.OpenAccount(0, 0, 0));
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, 2, MONEY));
            add(new MoveMargin(account, 2, account > SELLER ? 1_000 : MONEY));
        }
        // A step begins up to 2,048 events: these end a little before, at and a little after what calls and cancels
        // say.
        for (int sleeping : List.of(2_018, 2_046, 4_086)) {
            trade();
            fill(sleeping);
            add(new Command.SetMarkPrice(1, 94));
            for (int i = 0; i < 3; i++) add(new Command.Tick());
            add(new Command.SetMarkPrice(1, 100));
            for (int account = SELLER + 1; account <= SELLER + BUYERS; account++)
                add(new MoveMargin(account, 2, 1_000));
        }
    }

    /** Each but the last finds a bid for some of what he bought. */
    private void trade() {
        for (int account = SELLER + 1; account <= SELLER + BUYERS; account++) {
            add(order(SELLER, 100, 100, 2, 1));
            add(order(account, 100, 100, 1, 1));
        }
        add(order(SLEEPER, 95, 30, 1, 1));
        add(order(SLEEPER, 91, 30, 1, 1));
    }

    /** So many orders expire with the next command. */
    private void fill(int sleeping) {
        long expiry = timeNanos + EXPIRY;
        for (int i = 0; i < sleeping; i++) {
            Command.SpecialTerms terms =
                    new Command.SpecialTerms(Command.NULL, Command.NULL, 0, 0, 0, 0, 0, expiry, 0, 0, 0, 0, 0, 0, 0);
            add(new Command.NewSpecialOrder(order(SLEEPER, 50 - i % 3, 1, 1, GOOD_TILL_DATE), terms));
        }
        timeNanos = expiry;
    }

    private static Command.NewOrder order(int account, long ticks, long lots, int side, int timeInForce) {
        return new Command.NewOrder(account, 1, ticks, lots, 0, side, 1, timeInForce, 0, 0, "");
    }

    private void add(Command command) {
        steps.add(new Step(steps.size(), command, null, timeNanos++));
    }
}
