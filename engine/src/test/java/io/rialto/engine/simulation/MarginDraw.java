package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetLeverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws contracts beside other instruments, and what moves their margin: marks in storms, money in and out, tiers and
 * leverages. Most flows have none of it, some little, some much. Its dice are its own, so that flows without contracts
 * are what they would be without it.
 */
final class MarginDraw {
    private static final int FIRST_ACCOUNT = 100;
    private static final int TRACKED = 62, COLLAR = 4, REFERENCE = 5, TICK = 6, LOT = 7;

    private final Dice dice;
    private final int accounts;
    private final List<Market> markets;
    private final List<Integer> contracts = new ArrayList<>();
    private final int contractPercent;
    private final int percent;
    private final int[] weights = {6, 8, 3, 4, 2, 2};
    /** How much margin an account has, of what its largest orders are worth. */
    private final double wealth;
    /** Its contracts are traded on little margin. */
    private final boolean isStormy;

    private final FundingDraw funding;
    private final int fundingPercent;

    private int stormOf;
    private int stormLeft;
    private double stormStep;
    private double stormTicks;

    MarginDraw(long seed, int accounts, List<Market> markets) {
        dice = new Dice(seed ^ 0x5DEECE66DL << 20);
        this.accounts = accounts;
        this.markets = markets;
        contractPercent = (int) dice.oneOf(0, 0, 0, 40, 80);
        percent = (int) dice.oneOf(2, 8, 20, 20);
        for (int i = 0; i < weights.length; i++) weights[i] *= (int) dice.oneOf(0, 1, 1, 3);
        weights[0]++;
        funding = new FundingDraw(dice);
        fundingPercent = (int) dice.oneOf(0, 10, 30);
        isStormy = contractPercent > 0 && dice.chance(40);
        wealth = (isStormy ? dice.oneOf(2, 5, 20, 50) : dice.oneOf(20, 100, 300, 1_000, 10_000, 1_000_000)) / 100.0;
    }

    /** The market as it was drawn, or a contract in its place. */
    Market maybeContract(Market market, int[] scales) {
        boolean isMost = markets.isEmpty() && contractPercent > 0 && dice.chance(80);
        if (!isMost && !dice.chance(contractPercent)) return market;
        Market contract =
                ContractDraw.contract(dice, market, scales[market.terms().quoteAsset() - 1]);
        contracts.add(markets.size() + 1);
        return contract;
    }

    List<Command> opening() {
        List<Command> commands = new ArrayList<>();
        Set<Integer> funded = new HashSet<>();
        for (int number : contracts) {
            Market market = markets.get(number - 1);
            if (dice.chance(40)) commands.add(mark(number, 0));
            if (fundingPercent > 0 && dice.chance(40)) commands.add(FundingDraw.awaits(number));
            if (isStormy) commands.add(ContractDraw.wideTiers(dice, number));
            else if (dice.chance(60)) commands.add(ContractDraw.tiers(dice, number, market));
            int asset = market.terms().quoteAsset();
            boolean isFirst = funded.add(asset);
            for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
                if (dice.chance(isFirst ? 5 : 90)) continue;
                long amount = amount(market);
                commands.add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, amount));
                commands.add(new MoveMargin(account, asset, amount));
                if (!isStormy && dice.chance(20)) commands.add(leverage(account, number));
            }
        }
        return commands;
    }

    boolean isTurn() {
        return !contracts.isEmpty() && dice.chance(stormLeft > 0 ? 40 : percent);
    }

    Command command() {
        if (stormLeft > 0) return storm();
        int number = contracts.get(dice.below(contracts.size()));
        if (dice.chance(4)) number = dice.chance(60) ? 1 + dice.below(markets.size()) : (int) dice.oneOf(0, -1, 77);
        Market market = markets.get(Math.max(0, Math.min(number, markets.size()) - 1));
        if (dice.chance(fundingPercent)) return funding.command(number, market);
        return switch (dice.weighted(weights)) {
            case 0 -> mark(number, 2);
            case 1 -> move(market);
            case 2 -> isStormy ? ContractDraw.wideTiers(dice, number) : ContractDraw.tiers(dice, number, market);
            case 3 -> leverage(account(), number);
            case 4 -> begin(number, market);
            default -> other(number, market);
        };
    }

    private int account() {
        return dice.chance(97) ? FIRST_ACCOUNT + dice.below(accounts) : (int) dice.oneOf(0, 1, 2, 3, 99, -1, 777);
    }

    /** About what so many orders are worth, times what a flow's accounts have. */
    private long amount(Market market) {
        double most = Math.min(market.lotQuote() * market.mostLots() * wealth, Long.MAX_VALUE >> 3);
        return 1 + (long) (most * dice.below(1000) / 1000);
    }

    private Command move(Market market) {
        int asset = dice.chance(95) ? market.terms().quoteAsset() : (int) dice.oneOf(0, 1, 2, 77);
        long amount = amount(market) / dice.oneOf(1, 2, 10);
        if (dice.chance(55)) amount = -amount;
        if (dice.chance(3)) amount = dice.oneOf(0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE);
        return new MoveMargin(account(), asset, amount);
    }

    private Command leverage(int account, int number) {
        int leverage = (int)
                (dice.chance(92)
                        ? dice.oneOf(0, 1, 1, 2, 3, 5, 10, 20, 100)
                        : dice.oneOf(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000));
        return new SetLeverage(account, number, leverage);
    }

    private Command mark(int number, int widths) {
        Market market = markets.get(Math.max(0, Math.min(number, markets.size()) - 1));
        long way = Math.max(1, (long) widths * market.spreadTicks());
        long ticks = market.centreTicks() + dice.between(-way, way);
        if (dice.chance(1)) ticks = dice.oneOf(0, -1, Long.MAX_VALUE, 1L << 40);
        return new Command.SetMarkPrice(number, ticks <= 0 && dice.chance(95) ? 1 : ticks);
    }

    /** Marks that go one way for a while, farther than orders do. */
    private Command begin(int number, Market market) {
        stormOf = number;
        stormLeft = 2 + dice.below(8);
        stormTicks = market.centreTicks();
        double step = Math.max(1, market.centreTicks() * dice.oneOf(1, 5, 20, 60) / 100.0);
        stormStep = dice.chance(50) ? step : -step;
        return storm();
    }

    private Command storm() {
        stormLeft--;
        stormTicks += stormStep * dice.below(200) / 100;
        long ticks = (long) Math.max(1, Math.min(stormTicks, 1L << 58));
        return new Command.SetMarkPrice(stormOf, ticks);
    }

    /** A tick or lot that positions and values can often be told in. */
    private Command step(int number, Market market) {
        boolean isTick = dice.chance(40);
        Command.ListInstrument terms = market.terms();
        long mantissa = isTick ? terms.tickMantissa() : terms.lotMantissa();
        int scale = isTick ? terms.tickScale() : terms.lotScale();
        int finer = dice.below(2);
        long times = finer == 1 ? dice.oneOf(1, 2, 5, 20) : dice.oneOf(1, 2, 3);
        return new Command.ChangeInstrument(number, isTick ? TICK : LOT, mantissa * times * 100 + scale + finer);
    }

    private Command other(int number, Market market) {
        return switch (dice.below(6)) {
            case 4, 5 -> step(number, market);
            case 0 -> new Command.ChangeInstrument(number, TRACKED, dice.oneOf(0, 1, Command.NULL));
            case 1 -> new Command.ChangeInstrument(number, COLLAR, dice.oneOf(Command.NULL, Command.NULL, 3));
            case 2 ->
                new Command.ChangeInstrument(number, REFERENCE, dice.oneOf(Command.NULL, 1, market.centreTicks()));
            default -> {
                var old = markets.get(contracts.get(0) - 1).contract();
                yield ContractDraw.wrong(dice, old, dice.below(7) - 1);
            }
        };
    }
}
