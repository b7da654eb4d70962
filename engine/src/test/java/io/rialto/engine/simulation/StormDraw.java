package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.NewSpecialOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetLeverage;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import java.util.ArrayList;
import java.util.List;

/**
 * In place of some of the flows, storms: a few accounts on little margin in contracts with thin books, marks that creep and
 * jump, a fund that has a little and runs dry, phases without trading. All that liquidation can come to happens here often.
 */
final class StormDraw {
    private static final int ONE_OF = 16;
    private static final int THIS = 9;
    private static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final int FIRST_ACCOUNT = 100;
    private static final int QUOTE = 2;
    private static final int OTHER = 3;
    private static final int BUFFER = 65, SHARING = 66, DYNAMIC_RANGE = 10;
    private static final int GTC = 1, IOC = 2;
    private static final int CONTINUOUS = 0, CALL = 2, HALT = 5;

    private final Dice dice;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> orders = new ArrayList<>();
    private final int accounts;
    private final int contracts;
    private final long centre;
    private final long[] marks;
    private final int lots;
    private final int jumpPercent;
    private final int phasePercent;
    private final boolean hasSeveralAssets;
    private final boolean hasDebtor;
    private long timeNanos = START_NANOS;

    private StormDraw(long seed) {
        dice = new Dice(seed ^ 0x51ED270BL << 22);
        accounts = 3 + dice.below(4);
        contracts = 1 + dice.below(3);
        centre = dice.oneOf(20, 100, 1_000, 1_000);
        marks = new long[contracts];
        lots = (int) dice.oneOf(3, 10, 60);
        jumpPercent = (int) dice.oneOf(8, 20, 45);
        phasePercent = (int) dice.oneOf(0, 0, 4);
        hasSeveralAssets = dice.chance(25);
        hasDebtor = dice.chance(30);
    }

    static boolean isOf(long seed) {
        return seed % ONE_OF == THIS;
    }

    static List<Step> steps(long seed, int commands) {
        StormDraw draw = new StormDraw(seed);
        draw.open();
        int debtAt = draw.steps.size() + draw.dice.below(60);
        while (draw.steps.size() < commands) {
            if (draw.hasDebtor && draw.steps.size() >= debtAt) {
                draw.debt();
                debtAt = commands;
            }
            draw.step();
        }
        return draw.steps;
    }

    private void open() {
        for (String code : List.of("BASE", "QUOTE", "OTHER")) add(new Command.ListAsset(code, 0));
        boolean isCharged = dice.chance(60);
        for (int number = 1; number <= contracts; number++) {
            marks[number - 1] = centre;
            add(contract(number, isCharged));
            add(tiers(number));
            if (dice.chance(30)) add(parameter(number));
            if (dice.chance(50)) add(new Command.ChangeInstrument(number, SHARING, 1));
            if (dice.chance(10)) add(new Command.ChangeInstrument(number, DYNAMIC_RANGE, dice.oneOf(300, 1_000)));
        }
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            add(new Command.OpenAccount(dice.below(2), dice.chance(20) ? 1 : 0, 0));
            for (int asset = QUOTE; asset <= (hasSeveralAssets ? OTHER : QUOTE); asset++) {
                long amount = centre * lots * dice.between(10, 120) / 100;
                add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, 2 * amount));
                add(new MoveMargin(account, asset, amount));
            }
        }
    }

    private Command contract(int number, boolean isCharged) {
        int settlement = hasSeveralAssets && number == contracts ? OTHER : QUOTE;
        int maker = isCharged ? (int) dice.oneOf(0, 5_000, -5_000) : 0;
        int taker = isCharged ? (int) dice.oneOf(10_000, 50_000, 200_000) : 0;
        boolean isFuture = dice.chance(20);
        long expiry = isFuture ? START_NANOS + dice.between(40_000, 150_000) : 0;
        long multiplier = dice.oneOf(1, 1, 7);
        return new ListContract(
                "Z" + number,
                1,
                settlement,
                1,
                1,
                multiplier,
                1,
                1_000_000,
                0,
                3,
                centre,
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

    private Command tiers(int number) {
        int initial = (int) dice.oneOf(300_000, 600_000, 1_000_000);
        int maintenance = (int) (initial / dice.oneOf(1, 2, 2, 3));
        List<Command> tiers = new ArrayList<>();
        if (dice.chance(40)) tiers.add(new MarginTier(centre * lots / 2, initial / 2, maintenance / 2));
        tiers.add(new MarginTier(1L << 61, initial, maintenance));
        return new SetMarginTiers(number, tiers);
    }

    /** Long and short, whoever is not rich is in distress. */
    private static Command squeeze(int number) {
        return new SetMarginTiers(number, new ArrayList<>(List.of(new MarginTier(1L << 61, 4_000_000, 4_000_000))));
    }

    private Command parameter(int number) {
        if (dice.chance(50)) return new Command.ChangeInstrument(number, SHARING, dice.oneOf(1, 1, 0, Command.NULL, 2));
        long rate = dice.oneOf(0, 1, 500_000, 5_000_000, 10_000_000, Command.NULL, -1, 10_000_001);
        return new Command.ChangeInstrument(number, BUFFER, rate);
    }

    /** One buys all that he can, sells all of it at about what his margin is worth, and owes the fee. Nobody else is there. */
    private void debt() {
        int debtor = FIRST_ACCOUNT + accounts;
        int number = contracts + 1;
        add(new ListContract(
                "DEBT", 1, QUOTE, 1, 1, 1, 1, 1_000_000, 0, 3, 100, 0, 0, 200_000, 0, 0, 0, 2, 1, 1, 0, 0));
        add(new SetMarginTiers(number, new ArrayList<>(List.of(new MarginTier(1L << 61, 500_000, 500_000)))));
        for (int account = debtor; account <= debtor + 1; account++) {
            add(new Command.OpenAccount(0, 0, 0));
            add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, QUOTE, 20_000));
            add(new MoveMargin(account, QUOTE, account == debtor ? 1_000 : 20_000));
        }
        add(limit(debtor + 1, number, false, 100, GTC));
        add(limit(debtor, number, true, 100, IOC));
        add(new FundInsurance(QUOTE, dice.oneOf(50, 150, 200)));
        add(limit(debtor + 1, number, true, dice.between(91, 93), GTC));
        add(new Command.SetMarkPrice(number, dice.between(91, 93)));
        add(new MoveMargin(debtor, QUOTE, dice.between(1, 500)));
    }

    private static NewOrder limit(int account, int number, boolean buys, long ticks, int timeInForce) {
        return new NewOrder(account, number, ticks, 100, 0, buys ? 1 : 2, 1, timeInForce, 0, 1, "");
    }

    private void step() {
        int number = 1 + dice.below(contracts);
        if (dice.chance(phasePercent)) {
            phase(number);
            return;
        }
        switch (dice.weighted(52, 22, 6, 4, 3, 2, 2, 5, 2, 2)) {
            case 0 -> order(number);
            case 1 -> add(mark(number));
            case 2 -> add(move());
            case 3 -> add(insurance());
            case 4 -> add(new FundPositions(number, steps.size(), (int) dice.between(-100_000, 100_000)));
            case 5 -> add(dice.chance(60) ? tiers(number) : squeeze(number));
            case 6 -> add(parameter(number));
            case 7 -> cancel();
            case 8 -> add(new SetLeverage(account(), number, (int) dice.oneOf(0, 1, 5, 10)));
            default -> add(new Command.Tick());
        }
    }

    private void order(int number) {
        long ticks = Math.max(1, marks[number - 1] + dice.between(-1, 1) * dice.below(1 + (int) (centre / 20)));
        boolean isTaker = dice.chance(45);
        NewOrder plain = new NewOrder(
                account(),
                number,
                ticks,
                dice.between(1, lots),
                0,
                1 + dice.below(2),
                1,
                isTaker ? IOC : GTC,
                0,
                dice.below(3),
                "");
        if (!isTaker) orders.add(steps.size());
        if (dice.chance(88)) add(plain);
        else add(new NewSpecialOrder(plain, terms(isTaker)));
    }

    /** Some only reduce, some trade much or nothing, some show little. */
    private SpecialTerms terms(boolean isTaker) {
        int kind = isTaker ? 0 : dice.below(3);
        long display = kind == 1 ? 1 : 0;
        int isWhole = kind == 2 ? 1 : 0;
        int reduces = kind == 0 ? 1 : 0;
        return new SpecialTerms(Command.NULL, Command.NULL, 0, display, 0, 0, 0, 0, 0, 0, 0, 0, isWhole, reduces, 0);
    }

    private Command mark(int number) {
        long width = Math.max(1, centre * (dice.chance(jumpPercent) ? 25 : 2) / 100);
        long ticks = Math.max(1, marks[number - 1] + dice.between(-width, width));
        if (dice.chance(5)) ticks = centre;
        marks[number - 1] = ticks;
        return new Command.SetMarkPrice(number, ticks);
    }

    private Command move() {
        long amount = 1 + centre * lots * dice.below(30) / 100;
        return new MoveMargin(account(), asset(), dice.chance(60) ? -amount : amount);
    }

    private Command insurance() {
        long amount = 1 + centre * dice.below(lots + 1) / dice.oneOf(1, 4, 20);
        return new FundInsurance(asset(), dice.chance(75) ? amount : -amount);
    }

    private void phase(int number) {
        add(new Command.ChangePhase(number, (int) dice.oneOf(HALT, CALL, HALT), 0));
        for (int i = dice.below(4); i > 0; i--) add(mark(number));
        add(new Command.ChangePhase(number, CONTINUOUS, 0));
    }

    private void cancel() {
        if (orders.isEmpty()) return;
        int tag = orders.get(orders.size() - 1 - dice.below(Math.min(5, orders.size())));
        add(new Command.CancelOrder(account(), Step.madeBy(tag)));
    }

    private int account() {
        return FIRST_ACCOUNT + dice.below(accounts);
    }

    private int asset() {
        return hasSeveralAssets && dice.chance(40) ? OTHER : QUOTE;
    }

    private void add(Command command) {
        timeNanos += dice.below(1_000);
        steps.add(new Step(steps.size(), command, null, timeNanos));
    }
}
