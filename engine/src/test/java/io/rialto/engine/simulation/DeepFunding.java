package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SettleContract;
import java.util.ArrayList;
import java.util.List;

/** Fundings, and a final settlement, that begin in a frame which expiring orders have almost filled: they go on in the next. */
final class DeepFunding {
    private static final int SLEEPER = 100;
    private static final int ACCOUNTS = 13;
    private static final long MONEY = 1L << 40;
    private static final int GOOD_TILL_DATE = 5;
    private static final long EXPIRY = 1_000_000;
    private static final int FUTURE = 2;
    private static final long FUTURE_EXPIRY = 1_000;
    private static final int SETTLEMENT_AWAITED = 64;

    private final List<Step> steps = new ArrayList<>();
    private long timeNanos;

    private DeepFunding() {}

    static List<Step> steps() {
        DeepFunding flow = new DeepFunding();
        flow.build();
        return flow.steps;
    }

    private void build() {
        add(new Command.ListAsset("BASE", 0));
        add(new Command.ListAsset("QUOTE", 0));
        add(new ListContract("DEEP", 1, 2, 1, 1, 3, 1, 1_000_000, 0, 1_000, 100, 0, 0, 0, 0, 0, 0, 2, 1, 1, 0, 0));
        add(new ListContract(
                "SOON", 1, 2, 1, 1, 1, 1, 1_000_000, 0, 1_000, 100, FUTURE_EXPIRY, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0));
        add(new Command.ChangeInstrument(FUTURE, SETTLEMENT_AWAITED, 1));
        for (int account = SLEEPER; account < SLEEPER + ACCOUNTS; account++) {
            add(new Command.OpenAccount(0, 0, 0));
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, 2, MONEY));
            add(new MoveMargin(account, 2, MONEY));
        }
        for (int account = SLEEPER + 1; account < SLEEPER + ACCOUNTS; account += 2) {
            for (int instrument = 1; instrument <= FUTURE; instrument++) {
                add(order(account, instrument, 100, account, 1, 1));
                add(order(account + 1, instrument, 100, account, 2, 1));
            }
        }
        // Of 4,096 events, all but a few are taken when it begins.
        fill(4_079);
        add(new FundPositions(1, timeNanos, 33_333));
        add(new FundPositions(1, timeNanos, 7));
        add(new Command.Tick());
        fill(4_084);
        add(new FundPositions(1, timeNanos, -33_333));
        add(new Command.Tick());
        fill(4_080);
        add(new SettleContract(FUTURE, 93));
        add(new SettleContract(FUTURE, 93));
        add(new Command.Tick());
    }

    /** So many orders expire with the next command. */
    private void fill(int sleeping) {
        long expiry = timeNanos + EXPIRY;
        for (int i = 0; i < sleeping; i++) {
            Command.SpecialTerms terms =
                    new Command.SpecialTerms(Command.NULL, Command.NULL, 0, 0, 0, 0, 0, expiry, 0, 0, 0, 0, 0, 0, 0);
            add(new Command.NewSpecialOrder(order(SLEEPER, 1, 90 - i % 3, 1, 1, GOOD_TILL_DATE), terms));
        }
        timeNanos = expiry;
    }

    private static Command.NewOrder order(
            int account, int instrument, long ticks, long lots, int side, int timeInForce) {
        return new Command.NewOrder(account, instrument, ticks, lots, 0, side, 1, timeInForce, 0, 0, "");
    }

    private void add(Command command) {
        steps.add(new Step(steps.size(), command, null, timeNanos++));
    }
}
