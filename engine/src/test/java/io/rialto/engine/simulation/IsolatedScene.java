package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.MarginCommand.AssignPositionMargin;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.PriceShock;
import io.rialto.engine.reference.MarginCommand.SetLeverage;
import io.rialto.engine.reference.MarginCommand.SetMarginMode;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.engine.reference.MarginCommand.SettleContract;
import io.rialto.engine.reference.MarginCommand.StressMargin;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract of its own, three accounts of its own, the first of them with little money and an isolated position: it grows, shrinks
 * and turns, its mark comes to where it is liquidated, and a tick before and beyond; money goes to it and from it, just as much as
 * may be and one more. One tick of one lot is one minor unit.
 */
final class IsolatedScene {
    private static final int QUOTE = 2;
    private static final int GTC = 1, IOC = 2;
    private static final int CROSS = 1, ISOLATED = 2;
    private static final int SETTLEMENT_AWAITED = 64;
    private static final long CENTRE = 1_000;
    private static final int WHOLE = 10_000_000;

    private final Dice dice;
    private final int number;
    private final int owner;
    private final int rival;
    private final int other;
    private final List<Step> steps = new ArrayList<>();
    private final int initial;
    private final int maintenance;
    private final boolean isFuture;
    private final long expiryNanos;
    private int tag;
    private long nanos;

    // About what the owner has, as if all that he asks for were done.
    private long lots;
    private long cost;
    private long margin;
    private long mark = CENTRE;

    IsolatedScene(Dice dice, int number, int firstAccount, int firstTag, long fromNanos) {
        this.dice = dice;
        this.number = number;
        owner = firstAccount;
        rival = firstAccount + 1;
        other = firstAccount + 2;
        tag = firstTag;
        nanos = fromNanos + 1;
        initial = (int) dice.oneOf(500_000, 1_000_000, 2_000_000);
        maintenance = (int) (initial / dice.oneOf(1, 2, 2, 4));
        isFuture = dice.chance(25);
        expiryNanos = isFuture ? nanos + 10_000 : 0;
        open();
        int times = 12 + dice.below(20);
        for (int i = 0; i < times; i++) step();
        if (isFuture) expire();
    }

    List<Step> steps() {
        return steps;
    }

    private void open() {
        int taker = (int) dice.oneOf(0, 0, 10_000, 30_000, 200_000);
        int maker = (int) dice.oneOf(0, 0, 5_000, -3_000);
        add(new ListContract(
                "I" + number,
                1,
                QUOTE,
                1,
                1,
                1,
                1,
                1_000_000,
                0,
                200,
                CENTRE,
                expiryNanos,
                maker,
                taker,
                0,
                0,
                0,
                isFuture ? 1 : 2,
                1,
                1,
                0,
                0));
        if (isFuture && dice.chance(50)) add(new Command.ChangeInstrument(number, SETTLEMENT_AWAITED, 1));
        add(tiers());
        for (int account : List.of(owner, rival, other)) add(new Command.OpenAccount(0, 0, 0));
        long little = CENTRE * initial / WHOLE * dice.between(5, 60);
        for (int account : List.of(owner, rival, other)) {
            long amount = account == owner ? little : 40 * CENTRE;
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, QUOTE, 2 * amount));
            add(new MoveMargin(account, QUOTE, amount));
        }
        add(new SetMarginMode(owner, number, ISOLATED));
        if (dice.chance(30)) add(new SetMarginMode(rival, number, ISOLATED));
        if (dice.chance(30)) add(new SetLeverage(owner, number, (int) dice.oneOf(1, 2, 5)));
        if (dice.chance(40)) besides();
        trade(dice.chance(50), 1 + dice.below(20));
    }

    private Command tiers() {
        List<Command> tiers = new ArrayList<>();
        if (dice.chance(30)) tiers.add(new MarginTier(8 * CENTRE, initial / 2, maintenance / 2));
        tiers.add(new MarginTier(1L << 61, initial, maintenance));
        return new SetMarginTiers(number, tiers);
    }

    /** A position of the owner's in another contract, that his own margin answers for. */
    private void besides() {
        int elsewhere = 1 + dice.below(number - 1);
        add(limit(rival, elsewhere, false, CENTRE, 1 + dice.below(3), GTC));
        add(limit(owner, elsewhere, true, CENTRE, 1 + dice.below(3), IOC));
    }

    private void step() {
        switch (dice.weighted(30, 25, 22, 5, 4, 4, 3, 3, 2, 4, 8, 5)) {
            case 0 -> trade(dice.chance(50), size());
            case 1 -> marks();
            case 2 -> assign();
            case 3 -> add(new FundPositions(number, steps.size(), (int) dice.between(-100_000, 100_000)));
            case 4 -> add(new MoveMargin(owner, QUOTE, dice.between(-CENTRE * 4, CENTRE)));
            case 5 -> add(new SetLeverage(owner, number, (int) dice.oneOf(0, 1, 2, 5, 10)));
            case 6 -> add(tiers());
            case 7 -> add(new SetMarginMode(owner, number, (int) dice.oneOf(CROSS, CROSS, ISOLATED, 0, 3)));
            case 8 ->
                add(new StressMargin(owner, QUOTE, List.of(new PriceShock(0, (int) dice.between(-2_000, 2_000)))));
            case 9 -> rests();
            case 10 -> debt();
            default -> uncovered();
        }
    }

    /** A part, all, or more than all of the position. */
    private long size() {
        long size = Math.abs(lots);
        return Math.max(1, dice.oneOf(1, size / 3, size / 2, size - 1, size, size + 1, 2 * size, 7));
    }

    /** The owner takes what a rival offers, or the other way round; not always at mark. */
    private void trade(boolean buys, long size) {
        long ticks = Math.max(1, mark + (dice.chance(50) ? 0 : dice.between(-mark / 20, mark / 20)));
        if (dice.chance(4)) ticks = dice.between(1, 2 * mark);
        boolean isTaker = dice.chance(70);
        int against = dice.chance(80) ? rival : other;
        add(limit(isTaker ? against : owner, number, isTaker != buys, ticks, size, GTC));
        add(limit(isTaker ? owner : against, number, isTaker == buys, ticks, size, IOC));
        traded(buys ? size : -size, ticks);
    }

    private void traded(long change, long ticks) {
        boolean grows = lots == 0 || lots > 0 == change > 0;
        long before = Math.abs(lots);
        long size = Math.abs(change);
        if (!grows) {
            long closed = Math.min(before, size);
            margin -= margin * closed / before;
            cost -= cost * closed / before;
            size -= closed;
        }
        cost += size * ticks;
        margin += (size * ticks * initial + WHOLE - 1) / WHOLE;
        lots += change;
    }

    /** An order that was covered when it came in is not any more when somebody takes it. */
    private void uncovered() {
        boolean buys = lots >= 0;
        long size = dice.oneOf(2, 5, 10, 20);
        add(limit(owner, number, buys, mark, size, GTC));
        List<Command> dearer = new ArrayList<>(List.of(new MarginTier(1L << 61, 2 * initial, maintenance)));
        add(new SetMarginTiers(number, dearer));
        add(limit(rival, number, !buys, mark, size, IOC));
        add(tiers());
        traded(buys ? size : -size, mark);
    }

    private void rests() {
        add(limit(dice.chance(70) ? owner : rival, number, dice.chance(50), mark, size(), GTC));
    }

    /** To where the position is liquidated, about, or anywhere; sometimes somebody takes it there. */
    private void marks() {
        long to = mark + dice.between(-mark / 30, mark / 30);
        if (lots != 0 && dice.chance(65)) {
            long left = lots > 0 ? cost - margin : cost + margin;
            long whole = lots > 0 ? WHOLE - maintenance : WHOLE + maintenance;
            to = left * WHOLE / whole / Math.abs(lots) + dice.between(-1, 1);
        }
        mark = Math.max(1, Math.min(to, 4 * CENTRE));
        if (dice.chance(50)) {
            long ticks = Math.max(1, mark + dice.between(-20, 20));
            add(limit(rival, number, lots > 0, ticks, 1 + dice.below(20), GTC));
        }
        add(new Command.SetMarkPrice(number, mark));
    }

    /** Somebody bids for all of it at about where nothing is left: the fee is owed then, and the fund has something or not. */
    private void debt() {
        add(new Command.CancelAll(owner, number, 255));
        if (lots == 0) trade(dice.chance(50), 10);
        if (lots == 0) return;
        if (dice.chance(60)) add(new FundInsurance(QUOTE, dice.oneOf(1, 20, 500)));
        long left = (lots > 0 ? cost - margin : cost + margin) / Math.abs(lots);
        mark = Math.max(1, left + dice.between(-2, 3));
        add(limit(rival, number, lots > 0, mark, Math.abs(lots), GTC));
        add(new Command.SetMarkPrice(number, mark));
        lots = 0;
        cost = 0;
        margin = 0;
        add(new AssignPositionMargin(owner, number, dice.between(-1, 30)));
        if (dice.chance(30)) add(new SetMarginMode(owner, number, CROSS));
    }

    private void assign() {
        long value = Math.abs(lots) * mark;
        long won = lots > 0 ? value - cost : cost - value;
        long needed = (value * initial + WHOLE - 1) / WHOLE;
        long amount = dice.oneOf(
                1,
                dice.between(1, CENTRE),
                -dice.between(1, CENTRE),
                -(margin - needed),
                -(margin + Math.min(0, won) - needed),
                -(margin + won - needed) - dice.below(2),
                0);
        margin += amount;
        add(new AssignPositionMargin(dice.chance(90) ? owner : rival, number, amount));
    }

    private void expire() {
        nanos = expiryNanos;
        add(new Command.Tick());
        add(new SettleContract(number, Math.max(1, mark + dice.between(-mark / 10, mark / 10))));
    }

    private static NewOrder limit(int account, int number, boolean buys, long ticks, long lots, int timeInForce) {
        return new NewOrder(account, number, ticks, lots, 0, buys ? 1 : 2, 1, timeInForce, 0, 1, "");
    }

    private void add(Command command) {
        steps.add(new Step(tag++, command, null, nanos++));
    }
}
