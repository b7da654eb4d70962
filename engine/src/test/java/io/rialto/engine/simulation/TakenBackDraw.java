package io.rialto.engine.simulation;

import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.NewSpecialOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.engine.reference.MarginCommand.SetSourcedMark;
import io.rialto.engine.reference.MarginCommand.SettleContract;
import java.util.ArrayList;
import java.util.List;

/**
 * In place of some of the flows: trades of two contracts and of what settles at once, and most of them taken back or
 * corrected, by then in profit or in loss, after further trades, with orders that only reduce, in calls, after the end.
 */
final class TakenBackDraw {
    private static final int ONE_OF = 32;
    private static final int THIS = 23;
    private static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int FIRST_ACCOUNT = 100;
    private static final int BASE = 1, QUOTE = 2;
    private static final int SPOT = 3;
    private static final int CENTRE = 100;
    private static final int GTC = 1, IOC = 2;
    private static final int CONTINUOUS = 0, CALL = 2;
    private static final int TICK = 6, LOT = 7, AWAITED = 64, TRACKED = 62, KEPT_DAYS = 70;

    private final Dice dice;
    private final List<Step> steps = new ArrayList<>();
    private final int accounts;
    private final int lots;
    private final long[] marks = {CENTRE, CENTRE, CENTRE};
    private long timeNanos = START_NANOS;

    private TakenBackDraw(long seed) {
        dice = new Dice(seed ^ 0x2545F491L << 22);
        accounts = 2 + dice.below(3);
        lots = (int) dice.oneOf(3, 10, 60);
    }

    static boolean isOf(long seed) {
        return seed % ONE_OF == THIS;
    }

    static List<Step> steps(long seed, int commands) {
        TakenBackDraw draw = new TakenBackDraw(seed);
        draw.open();
        while (draw.steps.size() < commands) draw.step();
        return draw.steps;
    }

    private void open() {
        for (String code : List.of("BASE", "QUOTE")) add(new Command.ListAsset(code, 0));
        int maker = (int) dice.oneOf(0, 5_000, 100_000, -50_000);
        int taker = (int) dice.oneOf(50_000, 200_000, 333_333);
        for (int number = 1; number <= 2; number++) {
            add(contract(number, maker, taker));
            int rate = (int) dice.oneOf(500_000, 1_000_000);
            add(new SetMarginTiers(number, new ArrayList<>(List.of(new MarginTier(1L << 61, rate, rate / 2)))));
        }
        add(new Command.ListInstrument(
                "S",
                BASE,
                QUOTE,
                1,
                1,
                1,
                1_000_000,
                0,
                3,
                CENTRE,
                maker,
                taker,
                0,
                0,
                maker < 0 ? 2 : 1 + dice.below(2),
                1,
                0));
        if (dice.chance(50)) add(new Command.ChangeInstrument(2, AWAITED, 1));
        if (dice.chance(50)) add(new Command.ChangeInstrument(SPOT, TRACKED, 1));
        if (dice.chance(50)) schedule(maker, taker);
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            add(new Command.OpenAccount(dice.below(2), dice.chance(20) ? 1 : 0, 0));
            long amount = (long) CENTRE * lots * dice.between(20, 300) / 100;
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, QUOTE, 2 * amount));
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, BASE, lots * dice.between(1, 4)));
            add(new MoveMargin(account, QUOTE, amount));
        }
    }

    /** A future that expires as it is listed, or just before or after. */
    private void overOrNot() {
        steps.add(new Step(steps.size(), contract(9, 0, 0, timeNanos + dice.between(-1, 1)), null, timeNanos));
    }

    private Command contract(int number, int maker, int taker) {
        return contract(number, maker, taker, number == 2 ? START_NANOS + dice.between(60_000, 200_000) : 0);
    }

    private Command contract(int number, int maker, int taker, long expiry) {
        boolean isFuture = expiry != 0;
        long tick = number == 1 && dice.chance(30) ? 2 : 1;
        return new ListContract(
                "T" + number,
                BASE,
                QUOTE,
                tick,
                1,
                dice.oneOf(1, 1, 7),
                1,
                1_000_000,
                0,
                3,
                CENTRE,
                expiry,
                maker,
                taker,
                0,
                0,
                0,
                isFuture ? 1 : 2,
                1,
                1,
                0,
                0);
    }

    /** Few trades are enough for another tier. */
    private void schedule(int maker, int taker) {
        List<FeeTier> tiers = new ArrayList<>();
        tiers.add(new FeeTier(0, Math.max(0, maker), taker));
        tiers.add(new FeeTier((long) CENTRE * lots * dice.between(1, 4), 0, taker / 2));
        add(new SetFeeSchedule(1, QUOTE, tiers, dice.chance(20) ? 1 : Command.NULL));
        add(new AssignFeeSchedule(1, QUOTE, 0, 0));
    }

    private void step() {
        int number = 1 + dice.below(3);
        switch (dice.weighted(34, 26, 12, 8, 5, 3, 3, 4, 2, 2, 1, 1)) {
            case 0 -> trade(number);
            case 1 -> add(new BustTrade(back(), dice.chance(70) ? 0 : dice.chance(97) ? 1 : 2));
            case 2 -> add(correction());
            case 3 -> add(mark(number));
            case 4 -> reducing(number);
            case 5 -> call(number);
            case 6 -> add(new FundInsurance(QUOTE, dice.between(1, 20)));
            case 7 -> add(new MoveMargin(account(), QUOTE, dice.between(-CENTRE * lots / 2, CENTRE * lots / 4)));
            case 8 -> steps(number);
            case 9 -> laterOn();
            case 10 -> overOrNot();
            default -> add(new SettleContract(2, dice.between(1, 2 * CENTRE)));
        }
    }

    /** Two of them meet at a price near the mark, and sometimes one meets himself. */
    private void trade(int number) {
        int seller = account();
        int buyer = dice.chance(90) ? account() : seller;
        long ticks = Math.max(1, marks[number - 1] + dice.between(-3, 3));
        long size = dice.between(1, lots);
        boolean sellerFirst = dice.chance(50);
        add(order(sellerFirst ? seller : buyer, number, !sellerFirst, ticks, size, GTC));
        add(order(sellerFirst ? buyer : seller, number, sellerFirst, ticks, dice.between(1, size), IOC));
        if (dice.chance(70)) add(new Command.CancelAll(sellerFirst ? seller : buyer, number, 255));
    }

    private static NewOrder order(int account, int number, boolean buys, long ticks, long size, int timeInForce) {
        return new NewOrder(account, number, ticks, size, 0, buys ? 1 : 2, 1, timeInForce, 0, 1, "");
    }

    /** Mostly one of the last. */
    private long back() {
        if (dice.chance(2)) return dice.oneOf(0, 1L << 40, Long.MAX_VALUE);
        return dice.chance(15) ? 1 + dice.below(12) : -1 - dice.below(4);
    }

    private Command correction() {
        long ticks = dice.chance(95) ? dice.between(CENTRE - 10, CENTRE + 10) : dice.oneOf(0, 1, 1L << 61, 1L << 52);
        return new CorrectTrade(back(), ticks, dice.chance(95) ? dice.between(1, lots) : dice.oneOf(0, 1L << 52));
    }

    private Command mark(int number) {
        long width = dice.chance(30) ? 30 : 3;
        marks[number - 1] = Math.max(1, marks[number - 1] + dice.between(-width, width));
        if (dice.chance(50)) return new Command.SetMarkPrice(number, marks[number - 1]);
        int source = dice.chance(96) ? dice.below(4) : (int) dice.oneOf(4, 255);
        return new SetSourcedMark(dice.chance(97) ? number : 7, dice.chance(97) ? marks[number - 1] : 0, source);
    }

    /** Rests far away, as large as the position could be. */
    private void reducing(int number) {
        boolean buys = dice.chance(50);
        long ticks = buys ? 1 + dice.below(3) : 2L * CENTRE + dice.below(3);
        SpecialTerms terms = new SpecialTerms(Command.NULL, Command.NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
        add(new NewSpecialOrder(order(account(), number, buys, ticks, dice.between(1, lots), GTC), terms));
    }

    /** Trades are taken back while orders that only reduce stand across in a call. */
    private void call(int number) {
        add(new Command.ChangePhase(number, CALL, 0));
        reducing(number);
        add(order(account(), number, dice.chance(50), CENTRE, dice.between(1, lots), GTC));
        add(order(account(), number, dice.chance(50), CENTRE, dice.between(1, lots), GTC));
        for (int i = dice.below(3); i > 0; i--) add(new BustTrade(-1 - dice.below(3), number == SPOT ? 1 : 0));
        add(new Command.ChangePhase(number, CONTINUOUS, 0));
    }

    /** Another tick or lot, and mostly the old one again. */
    private void steps(int number) {
        int parameter = dice.chance(70) ? TICK : LOT;
        add(new Command.ChangeInstrument(number, parameter, dice.oneOf(100, 200, 101)));
        add(new BustTrade(back(), number == SPOT ? 1 : 0));
        if (dice.chance(80)) add(new Command.ChangeInstrument(number, parameter, 100));
    }

    /** Days go by, or trades are kept for fewer of them. */
    private void laterOn() {
        if (dice.chance(60)) {
            long days = dice.oneOf(0, 1, 2, 366, -1, Command.NULL);
            add(new Command.ChangeInstrument(1 + dice.below(3), KEPT_DAYS, days));
        }
        if (dice.chance(25)) timeNanos += dice.oneOf(1, 1, 2, 31) * DAY_NANOS;
        add(new BustTrade(back(), dice.below(2)));
    }

    private int account() {
        return FIRST_ACCOUNT + dice.below(accounts);
    }

    private void add(Command command) {
        timeNanos += dice.below(1_000);
        steps.add(new Step(steps.size(), command, null, timeNanos));
    }
}
