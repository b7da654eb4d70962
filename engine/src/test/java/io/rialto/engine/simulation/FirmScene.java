package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import java.util.ArrayList;
import java.util.List;

/**
 * A scene in a flow's first market, between two accounts who are given money for it and whose orders, and everybody's, are
 * cancelled first. Its prices and lots are such that what they are worth is known to the unit, mostly.
 */
final class FirmScene {
    static final int INSTRUMENT = 1;
    private static final int FIRST_ACCOUNT = 100;
    private static final int GOOD_TILL_CANCELLED = 1, IMMEDIATE = 2;
    private static final int NO_PREVENTION = 1;
    private static final long MUCH = 1L << 55;

    final Market market;
    final long ticks;
    final long unit;
    private final List<Step> steps = new ArrayList<>();
    private int tag;
    private long nanos;

    FirmScene(Market market, int firstTag, long fromNanos) {
        this.market = market;
        ticks = Math.max(4, market.centreTicks());
        unit = market.terms().minLots();
        tag = firstTag;
        nanos = fromNanos;
    }

    static long latestNanos(List<Step> steps) {
        return steps.stream().mapToLong(Step::timeNanos).max().orElseThrow();
    }

    /** The firm that each account was opened with, as far as the flow says. */
    static List<Integer> firms(List<Step> steps) {
        List<Integer> firms = new ArrayList<>();
        for (Step step : steps) {
            boolean isOpened = step.command() instanceof Command.OpenAccount open
                    && Math.min(open.firm(), open.tradeGroup()) >= 0
                    && open.selfTradePrevention() <= 5;
            if (isOpened) firms.add(((Command.OpenAccount) step.command()).firm());
        }
        return firms;
    }

    void clear(int accounts) {
        for (int i = 0; i < accounts; i++) add(new Command.CancelAll(FIRST_ACCOUNT + i, 0, 255));
    }

    void funds(int account) {
        int quote = market.terms().quoteAsset();
        add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, quote, MUCH >> 4));
        if (market.contract() != null) add(new MoveMargin(account, quote, MUCH >> 5));
        else
            add(new Command.BeginTransfer(
                    Command.Begin.DEPOSIT, account, market.terms().baseAsset(), MUCH >> 4));
    }

    /** In a contract, just this much of margin. */
    void funds(int account, long marginMinor) {
        int quote = market.terms().quoteAsset();
        add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, quote, Math.max(1, marginMinor)));
        add(new MoveMargin(account, quote, Math.max(1, marginMinor)));
    }

    /** What so many units are worth. */
    long worth(long units) {
        double tick = market.lotQuote() / Math.max(1, market.centreTicks());
        return (long) Math.min(tick * ticks * unit * units, 1e15);
    }

    int rests(int account, boolean buys, long units) {
        return add(order(account, buys, units, GOOD_TILL_CANCELLED));
    }

    /** So many ticks worse than the scene's price. */
    void restsBehind(int account, boolean buys, long units, long byTicks) {
        add(order(account, buys, units, GOOD_TILL_CANCELLED, Math.max(1, buys ? ticks - byTicks : ticks + byTicks)));
    }

    void takes(int account, boolean buys, long units) {
        add(order(account, buys, units, IMMEDIATE));
    }

    /** A unit changes hands so far from the scene's price. */
    void trades(int seller, int buyer, long apartTicks) {
        add(order(buyer, true, 1, GOOD_TILL_CANCELLED, ticks + apartTicks));
        add(order(seller, false, 1, IMMEDIATE, ticks + apartTicks));
    }

    NewOrder order(int account, boolean buys, long units, int timeInForce) {
        return order(account, buys, units, timeInForce, ticks);
    }

    private NewOrder order(int account, boolean buys, long units, int timeInForce, long atTicks) {
        return new NewOrder(
                account, INSTRUMENT, atTicks, unit * units, 0, buys ? 1 : 2, 1, timeInForce, 0, NO_PREVENTION, "");
    }

    /** Answers the step's tag. */
    int add(Command command) {
        return add(command, null);
    }

    int add(Command command, Command.Asked asked) {
        steps.add(new Step(tag, command, asked, nanos++));
        return tag++;
    }

    long nowNanos() {
        return nanos;
    }

    void passes(long byNanos) {
        nanos += byNanos;
    }

    List<Step> steps() {
        return steps;
    }
}
