package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import java.util.ArrayList;
import java.util.List;

/** Draws fee schedules and for whom they are: in some flows much of it, in most none. */
final class FeeDraw {
    private static final int FIRST_ACCOUNT = 100;
    private static final int SCHEDULES = 3;

    private final Dice dice;
    private final int accounts;
    private final int assets;
    private final List<Market> markets;

    FeeDraw(Dice dice, int accounts, int assets, List<Market> markets) {
        this.dice = dice;
        this.accounts = accounts;
        this.assets = assets;
        this.markets = markets;
    }

    /** Schedules, each for somebody, before anybody trades. */
    List<Command> opening() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < SCHEDULES; i++) {
            commands.add(set());
            commands.add(assign());
        }
        if (dice.chance(40)) commands.add(perLot());
        return commands;
    }

    Command command() {
        return dice.chance(40) ? set() : dice.chance(85) ? assign() : perLot();
    }

    private Command perLot() {
        long fee = dice.chance(25) ? Command.NULL : dice.oneOf(1, 1, 2, 5, 30, 1_000);
        return new Command.ChangeInstrument(1 + dice.below(markets.size()), 52, fee);
    }

    private Market market() {
        return markets.get(dice.below(markets.size()));
    }

    /** What a schedule of this number counts in, mostly. */
    private int asset(int schedule) {
        if (dice.chance(5)) return (int) dice.oneOf(0, -1, 1 + dice.below(assets), 77);
        return markets.get(Math.floorMod(schedule, markets.size())).terms().quoteAsset();
    }

    private Command set() {
        int schedule = dice.chance(97) ? 1 + dice.below(SCHEDULES) : (int) dice.oneOf(0, -1, 255, 256);
        int count = dice.chance(97) ? 1 + dice.below(4) : (int) dice.oneOf(0, 8, 9, 255);
        Market market = market();
        long step = Math.max(1, (long) Math.min(market.lotQuote() * market.mostLots() / 4, 1e15));
        List<FeeTier> tiers = new ArrayList<>();
        long from = dice.chance(98) ? 0 : 1;
        for (int i = 0; i < count; i++) {
            tiers.add(new FeeTier(from, rate(market), rate(market)));
            from += dice.chance(99) ? dice.between(1, step) : 0;
        }
        long perLot = dice.chance(60) ? Command.NULL : dice.oneOf(0, 0, 1, 3, 1_000, -1);
        return new SetFeeSchedule(schedule, asset(schedule), tiers, perLot);
    }

    /** Often what the market itself asks at most, so that it can be for everybody. */
    private int rate(Market market) {
        if (dice.chance(1)) return (int) dice.oneOf(10_000_001, -10_000_001, Integer.MAX_VALUE);
        int own = Math.max(
                0, Math.max(market.terms().makerFeeRate(), market.terms().takerFeeRate()));
        return (int) dice.oneOf(0, own, own / 2, own / 3, 7, 10_000, 333_333, -1, -5_000, 10_000_000);
    }

    private Command assign() {
        int schedule = dice.chance(15) ? 0 : dice.chance(97) ? 1 + dice.below(SCHEDULES) : (int) dice.oneOf(-1, 9, 255);
        int like = schedule == 0 ? 1 + dice.below(SCHEDULES) : schedule;
        int scope = dice.chance(98) ? 1 + dice.below(4) : (int) dice.oneOf(0, 5, 255);
        return new AssignFeeSchedule(schedule, asset(like), target(scope), scope);
    }

    private int target(int scope) {
        if (dice.chance(3)) return (int) dice.oneOf(0, -1, 777);
        return switch (scope) {
            case 1 -> FIRST_ACCOUNT + dice.below(accounts);
            case 4 -> 1 + dice.below(markets.size());
            default -> 1 + dice.below(2);
        };
    }
}
