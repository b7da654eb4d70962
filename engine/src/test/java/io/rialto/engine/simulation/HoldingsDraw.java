package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.engine.reference.ControlCommand.TestRiskRule;
import io.rialto.engine.reference.FirmCommand.SetAccountState;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets in some flows rules about what accounts have, and what accounts may do; and scenes in which a price moves so far that
 * a loss is just at a limit, beyond it, and a day old. Its dice are its own.
 */
final class HoldingsDraw {
    private static final int FIRST_TAG = 4_000_000;
    private static final int ONE_OF = 4;
    private static final int THIS = 1;
    private static final int SCENES = 4;
    private static final int DAILY_LOSS = 2, DRAWDOWN = 3, LEVERAGE = 5, CONCENTRATION = 9, STREAK = 11;
    private static final int OF_ACCOUNT = 3;
    private static final int CONTINUOUS = 0;
    private static final int ALERT = 1, BLOCK = 2, REDUCE = 3, CLOSE = 4, CLOSE_ALL = 5;
    private static final long DAY = 86_400_000_000_000L;

    private final Dice dice;
    private final List<Market> markets;
    private final int accounts;

    private HoldingsDraw(long seed, List<Market> markets, int accounts) {
        dice = new Dice(seed ^ 0x6A09E667L << 17);
        this.markets = markets;
        this.accounts = accounts;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        if (seed % ONE_OF != THIS) return steps;
        HoldingsDraw draw = new HoldingsDraw(seed, markets, accounts);
        boolean hasContract = markets.stream().anyMatch(market -> market.contract() != null);
        List<Step> all = steps;
        int times = 4 + draw.dice.below(10);
        for (int i = 0; i < times; i++) {
            Command command = hasContract && draw.dice.chance(70) ? draw.rule() : draw.state();
            if (draw.dice.chance(3)) command = draw.trial();
            int place = all.size() / 6 + draw.dice.below(all.size() - all.size() / 6);
            all = Scenes.with(all, place, List.of(command), FIRST_TAG + i);
        }
        for (int i = 0; i < SCENES && markets.get(0).contract() != null; i++) {
            int place = Scenes.place(draw.dice, all);
            List<Step> before = all.subList(0, place);
            List<Step> whole = new ArrayList<>(all);
            whole.addAll(place, draw.scene(FIRST_TAG + 100 + 100 * i, before));
            all = whole;
        }
        return all;
    }

    private Command state() {
        int account = dice.chance(97) ? 100 + dice.below(accounts) : (int) dice.oneOf(0, 3, 777);
        int state = dice.chance(97) ? 1 + dice.weighted(5, 3, 2) : (int) dice.oneOf(0, 4, 255);
        return new SetAccountState(account, state);
    }

    /** Such a rule is not asked of orders. */
    private Command trial() {
        int account = 100 + dice.below(accounts);
        Market market = markets.get(0);
        var order = new Command.NewOrder(
                account, 1, market.centreTicks(), market.terms().minLots(), 0, 1, 1, 1, 0, 1, "");
        return new TestRiskRule(account, List.of(rule(), order));
    }

    private Command rule() {
        int type = (int) dice.oneOf(DAILY_LOSS, DRAWDOWN, LEVERAGE, CONCENTRATION, STREAK);
        Market market = markets.get(dice.below(markets.size()));
        int scope = 1 + dice.below(3);
        int target = scope == 1 ? 0 : scope == 2 ? 1 + dice.below(2) : 100 + dice.below(accounts);
        int asset = dice.chance(97) ? market.terms().quoteAsset() : 0;
        int action = dice.chance(50) ? 1 + dice.below(5) : 1 + dice.below(2);
        boolean mayReduce = type == LEVERAGE || type == CONCENTRATION || dice.chance(5);
        if (action == REDUCE && !mayReduce) action = CLOSE_ALL;
        int next = action == ALERT ? (int) dice.oneOf(BLOCK, CLOSE, CLOSE_ALL) : CLOSE_ALL;
        List<List<Integer>> steps = next > action && dice.chance(50) ? List.of(List.of(2, next)) : List.of();
        long coolDown = dice.chance(70) ? 0 : dice.oneOf(1, 5_000, DAY);
        int rule = dice.chance(80) ? 0 : 1 + dice.below(6);
        int instrument = dice.chance(98) ? 0 : 1;
        return rule(rule, type, limit(type, market), scope, target, instrument, asset, action, steps, coolDown);
    }

    private long limit(int type, Market market) {
        if (dice.chance(2)) return dice.oneOf(-1, 10_000, 100_001, 1_001, Long.MAX_VALUE);
        return switch (type) {
            case DAILY_LOSS ->
                (long) Math.min(market.lotQuote() * dice.oneOf(0, 1, 2, 10) * dice.below(100) / 100, 1e17);
            case DRAWDOWN -> dice.oneOf(0, 1, 10, 100, 500, 2_000, 9_999);
            case LEVERAGE -> dice.oneOf(0, 10, 50, 100, 200, 500, 5_000);
            case CONCENTRATION -> dice.oneOf(0, 3_000, 5_000, 6_000, 9_000, 9_999);
            default -> dice.below(4);
        };
    }

    private static Command rule(
            int rule,
            int type,
            long limit,
            int scope,
            int target,
            int instrument,
            int asset,
            int action,
            List<List<Integer>> steps,
            long coolDown) {
        return new SetRiskRule(
                rule, type, limit, 0, scope, target, instrument, asset, action, 2, steps, coolDown, 1, "what it has");
    }

    /** One buys from the other, the price falls by some ticks, and a day later by as many again. */
    private List<Step> scene(int tag, List<Step> before) {
        FirmScene scene = new FirmScene(markets.get(0), tag, FirmScene.latestNanos(before));
        int one = 100 + dice.below(accounts);
        int other = 100 + (one - 100 + 1) % accounts;
        scene.clear(FirmScene.firms(before).size());
        scene.funds(one);
        scene.funds(other);
        scene.add(new SetAccountState(one, 1));
        scene.add(new SetAccountState(other, 1));
        scene.add(new Command.SetMarkPrice(FirmScene.INSTRUMENT, scene.ticks));
        long fall = dice.between(1, 3);
        double tick = scene.market.lotQuote() / Math.max(1, scene.market.centreTicks());
        long loss = (long) Math.min(tick * fall * scene.unit * 4, 1e15);
        int type = (int) dice.oneOf(DAILY_LOSS, STREAK, STREAK, DRAWDOWN);
        long limit = type == STREAK ? 1 : type == DRAWDOWN ? 0 : Math.max(0, loss - dice.below(2));
        int asset = scene.market.terms().quoteAsset();
        int action = (int) dice.oneOf(BLOCK, BLOCK, CLOSE, CLOSE_ALL);
        if (action != BLOCK) for (int i = 0; i < 2; i++) scene.rests(other, true, 3);
        scene.add(rule(0, type, limit, OF_ACCOUNT, one, 0, asset, action, List.of(), 0));
        if (dice.chance(40)) {
            int next = 100 + FirmScene.firms(before).size();
            scene.add(new Command.OpenAccount(0, 0, 0));
            scene.funds(next, scene.worth(20));
            closes(scene, next, other, asset);
            return scene.steps();
        }
        scene.rests(other, false, 4);
        scene.takes(one, true, 4);
        if (type == STREAK) for (int apart : new int[] {-1, 1, -1}) scene.trades(one, other, apart);
        if (type == DRAWDOWN) scene.add(new Command.SetMarkPrice(FirmScene.INSTRUMENT, scene.ticks + 2));
        if (type == DRAWDOWN) scene.add(new Command.SetMarkPrice(FirmScene.INSTRUMENT, scene.ticks + 1));
        falls(scene, one, fall);
        if (dice.chance(60)) scene.passes(DAY);
        scene.rests(one, true, 1);
        falls(scene, one, 2 * fall);
        scene.add(new SetAccountState(one, 2));
        scene.rests(one, true, 1);
        int order = scene.rests(one, false, dice.below(2) * 3 + 1);
        scene.add(new Command.AmendOrder(one, Step.madeBy(order), Command.NULL, scene.unit * dice.between(1, 9)));
        scene.add(new SetAccountState(one, dice.chance(50) ? 3 : 1));
        scene.rests(one, false, 1);
        scene.add(new SetAccountState(one, 1));
        return scene.steps();
    }

    /** Rules that a first position is beyond at once, with some on the other side to close it, and orders that go. */
    private void closes(FirmScene scene, int one, int other, int asset) {
        scene.add(new Command.ChangePhase(FirmScene.INSTRUMENT, CONTINUOUS, 0));
        int times = 1 + dice.below(2);
        for (int i = 0; i < times; i++) {
            int action = (int) dice.oneOf(REDUCE, REDUCE, CLOSE, CLOSE_ALL);
            int type = action == REDUCE || dice.chance(50) ? (int) dice.oneOf(LEVERAGE, CONCENTRATION) : DRAWDOWN;
            long limit = type == CONCENTRATION ? dice.oneOf(0, 5_000) : 0;
            if (type == LEVERAGE) limit = dice.oneOf(1, 3, 7, 12, 20, 50, 100, 300);
            scene.add(rule(0, type, limit, OF_ACCOUNT, one, 0, asset, action, List.of(), 0));
        }
        boolean buys = dice.chance(50);
        scene.rests(one, buys, 1);
        scene.rests(other, !buys, 5);
        scene.restsBehind(other, buys, 1 + scene.ticks % 5, 1);
        scene.takes(one, buys, 4);
        scene.rests(other, buys, dice.between(1, 6));
        scene.add(new Command.SetMarkPrice(FirmScene.INSTRUMENT, scene.ticks + dice.below(3) - 1));
        scene.rests(one, buys, 1);
        scene.takes(other, !buys, 1);
        scene.takes(one, buys, 3);
        scene.add(new SetAccountState(one, 1));
    }

    private void falls(FirmScene scene, int one, long by) {
        scene.add(new Command.SetMarkPrice(FirmScene.INSTRUMENT, Math.max(1, scene.ticks - by)));
        scene.rests(one, true, 1);
        scene.takes(one, false, 1);
    }
}
