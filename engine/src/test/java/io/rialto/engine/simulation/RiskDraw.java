package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.RemoveRiskRule;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.engine.reference.ControlCommand.TestRiskRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Draws risk rules: in most flows none, in some a few, in some many that hardly let an order pass. Its dice are its own, so that
 * flows without rules are what they would be without it.
 */
final class RiskDraw {
    private static final int FIRST_ACCOUNT = 100;
    private static final int POSITION = 1, MARKETS = 4, VALUE = 6, RATE = 7, OPEN = 8, DEVIATION = 10, HOURS = 12;
    private static final long MINUTE = 60_000_000_000L, DAY = 1_440 * MINUTE;

    private final Dice dice;
    private final int accounts;
    private final int assets;
    private final List<Market> markets;
    private final int rulesAtFirst;
    private final int percent;
    private final int blockPercent;
    private int made;

    RiskDraw(long seed, int accounts, int assets, List<Market> markets) {
        dice = new Dice(seed ^ 0x2545F491L << 24);
        this.accounts = accounts;
        this.assets = assets;
        this.markets = markets;
        rulesAtFirst = (int) dice.oneOf(0, 0, 0, 2, 6);
        percent = rulesAtFirst == 0 ? 0 : (int) dice.oneOf(1, 3, 10);
        blockPercent = (int) dice.oneOf(0, 40, 90);
    }

    List<Command> opening() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < rulesAtFirst; i++) commands.add(set(0));
        return commands;
    }

    boolean isTurn() {
        return rulesAtFirst > 0 && dice.chance(percent);
    }

    /** A rule on trial with an order of the flow, mostly. */
    Command test(Command.NewOrder order) {
        Command rule = set(-1);
        Command other = dice.chance(97) ? order : dice.chance(50) ? rule : new Command.CancelOrder(100, 1);
        int account = dice.chance(97) ? order.account() : FIRST_ACCOUNT + dice.below(accounts);
        if (dice.chance(97)) return new TestRiskRule(account, List.of(rule, other));
        return new TestRiskRule(account, dice.chance(50) ? List.of(rule) : List.of(order, rule));
    }

    /** @param order one that the flow could send */
    Command command(Supplier<Command.NewOrder> order) {
        if (dice.chance(25)) return test(order.get());
        if (dice.chance(60)) return set(dice.chance(50) ? 0 : any());
        return dice.chance(70) ? set(any()) : new RemoveRiskRule(any());
    }

    private int any() {
        return dice.chance(95) ? 1 + dice.below(Math.max(1, made)) : (int) dice.oneOf(0, -1, 77, Integer.MIN_VALUE);
    }

    private Command set(int rule) {
        if (rule == 0) made++;
        int type = (int) dice.oneOf(POSITION, POSITION, MARKETS, VALUE, RATE, OPEN, DEVIATION, HOURS);
        Market market = markets.get(dice.below(markets.size()));
        boolean isAll = type == MARKETS || type != POSITION && dice.chance(50);
        int scope = 1 + dice.below(3);
        int action = dice.chance(blockPercent) ? 2 : 1;
        List<List<Integer>> steps = new ArrayList<>();
        if (action == 1 && dice.chance(30)) steps.add(List.of(2 + dice.below(3), 2));
        SetRiskRule sound = new SetRiskRule(
                rule,
                type,
                limit(type, market),
                window(type),
                scope,
                target(scope),
                isAll ? 0 : 1 + markets.indexOf(market),
                isAll && type == VALUE ? market.terms().quoteAsset() : 0,
                action,
                1 + dice.below(4),
                steps,
                dice.chance(60) ? 0 : dice.oneOf(1, 500, 5_000, DAY, 7 * DAY),
                dice.chance(95) ? 1 : 0,
                dice.chance(50) ? "" : "no more than so much");
        return dice.chance(85) ? sound : wrong(sound);
    }

    private int target(int scope) {
        if (scope == 1) return 0;
        return scope == 2 ? 1 + dice.below(2) : FIRST_ACCOUNT + dice.below(accounts);
    }

    private long limit(int type, Market market) {
        return switch (type) {
            case POSITION -> dice.between(0, market.mostLots() * dice.oneOf(1, 1, 3, 20));
            case MARKETS -> dice.below(3);
            case VALUE -> dice.between(0, 1 + (long) Math.min(market.lotQuote() * market.mostLots(), 1e17));
            case RATE -> dice.between(1, 6);
            case OPEN -> dice.below(6);
            case DEVIATION -> dice.oneOf(0, 5, 50, 300, 1_000, 5_000);
            default -> dice.below(1_440);
        };
    }

    private long window(int type) {
        if (type == HOURS) return dice.oneOf(1, 600 * MINUTE, 1_000 * MINUTE, DAY - 1);
        return type == RATE ? dice.oneOf(1, 500, 1_000, 5_000, 50_000, DAY) : 0;
    }

    /** The same with one thing wrong, mostly. */
    private SetRiskRule wrong(SetRiskRule r) {
        int type = r.type();
        long limit = r.limit();
        long window = r.windowNanos();
        long coolDown = r.coolDownNanos();
        int[] codes = {r.scope(), r.target(), r.instrument(), r.asset(), r.action(), r.severity(), r.enabled()};
        List<List<Integer>> steps = r.steps();
        String name = r.name();
        switch (dice.below(13)) {
            case 0 -> type = (int) dice.oneOf(0, 2, 3, 5, 9, 11, 13, 255);
            case 1, 2 -> limit = dice.oneOf(-1, 1_001, 1_440, 10_000_001, Long.MAX_VALUE, Long.MIN_VALUE);
            case 3 -> window = dice.oneOf(-1, 0, 1, DAY, DAY + 1, Long.MAX_VALUE, Long.MIN_VALUE);
            case 4 -> coolDown = dice.oneOf(-1, 7 * DAY + 1, Long.MAX_VALUE, Long.MIN_VALUE);
            case 5 -> codes[0] = (int) dice.oneOf(0, 1, 2, 3, 4, 255);
            case 6 -> codes[1] = (int) dice.oneOf(-1, 0, 1, 77, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case 7 -> codes[2] = (int) dice.oneOf(-1, 0, 1, 77, Integer.MAX_VALUE);
            case 8 -> codes[3] = (int) dice.oneOf(-1, 0, 1, assets, 77, Integer.MAX_VALUE);
            case 9 -> codes[4] = (int) dice.oneOf(0, 3, 255);
            case 10 -> codes[5 + dice.below(2)] = (int) dice.oneOf(0, 2, 5, 255);
            case 11 -> steps = wrongSteps();
            default -> name = dice.chance(50) ? "\u0001" : "a name\u0000and more";
        }
        return new SetRiskRule(
                r.rule(), type, limit, window, codes[0], codes[1], codes[2], codes[3], codes[4], codes[5], steps,
                coolDown, codes[6], name);
    }

    private List<List<Integer>> wrongSteps() {
        List<List<Integer>> steps = new ArrayList<>();
        for (int i = dice.below(4); i >= 0; i--) {
            steps.add(List.of((int) dice.oneOf(1, 2, 3, -1, Integer.MAX_VALUE), (int) dice.oneOf(0, 1, 2, 2, 3, 255)));
        }
        return steps;
    }
}
