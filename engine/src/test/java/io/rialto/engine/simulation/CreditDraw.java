package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.FirmCommand.SetCreditLimit;
import java.util.ArrayList;
import java.util.List;

/** Gives credit in some flows: to firms, accounts and traders, mostly so little that it binds. Its dice are its own. */
final class CreditDraw {
    private static final int FIRST_TAG = 3_000_000;
    private static final int ONE_OF = 5;
    private static final int THIS = 2;
    private static final int SCENES = 6;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Dice dice;
    private final List<Market> markets;
    private final int accounts;

    private CreditDraw(long seed, List<Market> markets, int accounts) {
        dice = new Dice(seed ^ 0x3C6EF372L << 18);
        this.markets = markets;
        this.accounts = accounts;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        if (seed % ONE_OF != THIS) return steps;
        CreditDraw draw = new CreditDraw(seed, markets, accounts);
        List<Step> all = steps;
        int times = 2 + draw.dice.below(8);
        for (int i = 0; i < times; i++) {
            int place = all.size() / 6 + draw.dice.below(all.size() - all.size() / 6);
            all = Scenes.with(all, place, List.of(draw.limit()), FIRST_TAG + i);
        }
        for (int i = 0; i < SCENES; i++) {
            int place = Scenes.place(draw.dice, all);
            List<Step> before = all.subList(0, place);
            List<Step> whole = new ArrayList<>(all);
            whole.addAll(place, draw.scene(FIRST_TAG + 100 + 100 * i, before));
            all = whole;
        }
        return all;
    }

    /** Two accounts, of one firm where there are such. */
    private List<Step> scene(int tag, List<Step> before) {
        FirmScene scene = new FirmScene(markets.get(0), tag, FirmScene.latestNanos(before));
        List<Integer> firms = FirmScene.firms(before);
        int one = dice.below(accounts);
        int other = (one + 1) % accounts;
        for (int i = 0; i < firms.size(); i++) {
            if (i != one && firms.get(i).equals(firms.get(one))) other = i;
        }
        int firm = firms.get(one);
        scene.clear(firms.size());
        scene.funds(100 + one);
        scene.funds(100 + other);
        switch (dice.below(5)) {
            case 0 -> firmOf(scene, firm, 100 + one, 100 + other);
            case 1 -> amended(scene, 100 + one, 100 + other);
            case 2 -> traders(scene, 100 + one);
            case 3 -> late(scene, firm, 100 + firms.size());
            default -> days(scene, 100 + one, 100 + other);
        }
        return scene.steps();
    }

    private void firmOf(FirmScene scene, int firm, int one, int other) {
        long limit = dice.oneOf(scene.worth(2), scene.worth(3) - 1, scene.worth(3));
        credit(scene, 1, firm, 0, limit, Command.NULL);
        scene.rests(one, true, 1);
        scene.rests(other, true, 1);
        scene.rests(one, true, 1);
        credit(scene, 1, firm, 0, Command.NULL, Command.NULL);
    }

    private void amended(FirmScene scene, int one, int other) {
        credit(scene, 2, one, 0, scene.worth(3), Command.NULL);
        int order = scene.rests(one, true, 2);
        long executed = dice.below(2);
        if (executed > 0) scene.takes(other, false, 1);
        long total = scene.unit * (3 + executed);
        scene.add(new Command.AmendOrder(one, Step.madeBy(order), Command.NULL, total));
        credit(scene, 2, one, 0, Command.NULL, Command.NULL);
    }

    private void traders(FirmScene scene, int one) {
        credit(scene, 3, one, 1, scene.worth(2), Command.NULL);
        for (int trader : new int[] {1, 2, 1, 1})
            scene.add(scene.order(one, true, 1, 1), new Command.Asked(0, 0, 0, 0, trader, 1, 1));
        credit(scene, 3, one, 1, Command.NULL, Command.NULL);
    }

    private void late(FirmScene scene, int firm, int next) {
        credit(scene, 1, firm, 0, 0, Command.NULL);
        scene.add(new Command.OpenAccount(firm, 0, 0));
        scene.rests(next, true, 1);
        credit(scene, 1, firm, 0, Command.NULL, Command.NULL);
    }

    private void days(FirmScene scene, int one, int other) {
        credit(scene, 2, one, 0, Command.NULL, scene.worth(3) + dice.below(2) * scene.worth(1));
        scene.rests(other, false, 2);
        scene.takes(one, true, 2);
        scene.rests(one, true, 2);
        if (dice.chance(50)) scene.passes(DAY_NANOS);
        scene.rests(one, true, 2);
        credit(scene, 2, one, 0, Command.NULL, Command.NULL);
    }

    private static void credit(FirmScene scene, int scope, int target, int trader, long open, long day) {
        int asset = scene.market.terms().quoteAsset();
        scene.add(new SetCreditLimit(scope, target, trader, asset, Command.NULL, open, day));
    }

    private Command limit() {
        int scope = dice.chance(98) ? 1 + dice.below(3) : (int) dice.oneOf(0, 4, 255);
        int account = dice.chance(97) ? 100 + dice.below(accounts) : (int) dice.oneOf(0, 99, 777, -1);
        int firm = dice.chance(95) ? 1 + dice.below(2) : (int) dice.oneOf(0, 77, -1);
        boolean isTrader = scope == 3;
        int trader = isTrader ? 1 + dice.below(2) : 0;
        if (dice.chance(2)) trader = (int) dice.oneOf(0, 1, -1);
        Market market = markets.get(dice.below(markets.size()));
        int asset = dice.chance(97) ? market.terms().quoteAsset() : (int) dice.oneOf(0, 1, 77);
        return new SetCreditLimit(
                scope,
                scope == 1 ? firm : account,
                trader,
                asset,
                minor(market, 2),
                minor(market, 6),
                minor(market, 12));
    }

    /** About what so many middling orders are worth. */
    private long minor(Market market, int orders) {
        if (dice.chance(45)) return Command.NULL;
        if (dice.chance(2)) return dice.oneOf(-1, 0, Long.MAX_VALUE, -5);
        double worth = Math.min(market.lotQuote() * Math.min(6, market.mostLots()) * orders, Long.MAX_VALUE >> 2);
        return (long) (worth * (5 + dice.below(95)) / 100);
    }
}
