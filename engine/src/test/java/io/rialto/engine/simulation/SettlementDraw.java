package io.rialto.engine.simulation;

import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.BuyIn;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.ClearingCommand.RunSettlement;
import io.rialto.engine.reference.ClearingCommand.SetHoliday;
import io.rialto.engine.reference.ClearingCommand.SetSettlementTerms;
import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes some of the flows settle later than they trade: terms behind listings, days that roll, members that have given away
 * what they owe, trades that are taken back. The other flows stay as they are. A trade below zero means the last but so
 * many.
 */
final class SettlementDraw {
    private static final int ONE_OF = 4;
    private static final int THIS = 1;
    private static final int FIRST_TAG = 2_000_000;
    private static final int FIRST_ACCOUNT = 100;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int TICK = 6;

    private final Dice dice;
    private final List<Market> markets;
    private final int accounts;
    private final List<Step> all = new ArrayList<>();
    private final int percent;
    private final int[] weights = {10, 6, 6, 2, 1, 4, 3, 1};
    private int tag = FIRST_TAG;
    private long shiftNanos;
    private long nowNanos;

    private SettlementDraw(long seed, List<Market> markets, int accounts) {
        dice = new Dice(seed ^ 0x1B873593L << 22);
        this.markets = markets;
        this.accounts = accounts;
        percent = (int) dice.oneOf(8, 15, 30);
        for (int i = 1; i < weights.length; i++) weights[i] *= (int) dice.oneOf(0, 1, 1, 3);
        if (accounts < 2) weights[6] = 0;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        return seed % ONE_OF == THIS ? new SettlementDraw(seed, markets, accounts).with(steps) : steps;
    }

    private List<Step> with(List<Step> steps) {
        int listed = 0;
        for (Step step : steps) {
            nowNanos = Math.max(nowNanos, step.timeNanos() + shiftNanos);
            all.add(new Step(step.tag(), step.command(), step.asked(), step.timeNanos() + shiftNanos));
            boolean isListing = listed < markets.size()
                    && step.command() == markets.get(listed).listing();
            if (isListing && ++listed > 0 && dice.chance(80)) add(terms(listed));
            if (listed == markets.size() && dice.chance(percent)) draw();
        }
        return all;
    }

    private Command terms(int instrument) {
        if (dice.chance(4)) return hostileTerms(instrument);
        long cutOff = dice.chance(50) ? DAY_NANOS : dice.between(1, DAY_NANOS);
        int free = dice.chance(65) ? 1 : 0;
        return new SetSettlementTerms(instrument, cutOff, (int) dice.oneOf(0, 1, 1, 1, 2, 3), free, dice.below(3));
    }

    private Command hostileTerms(int instrument) {
        return switch (dice.below(4)) {
            case 0 -> new SetSettlementTerms(instrument, dice.oneOf(0, -1, DAY_NANOS + 1), 1, 0, 0);
            case 1 -> new SetSettlementTerms(instrument, DAY_NANOS, (int) dice.oneOf(31, 255), 0, 0);
            case 2 -> new SetSettlementTerms(instrument, DAY_NANOS, 1, (int) dice.oneOf(2, 255), 0);
            default -> new SetSettlementTerms((int) dice.oneOf(0, -1, 77), DAY_NANOS, 1, 0, 0);
        };
    }

    private void draw() {
        switch (dice.weighted(weights)) {
            case 0 -> roll();
            case 1 -> add(new BustTrade(trade(), dice.chance(2) ? 2 : dice.below(2)));
            case 2 -> add(correction());
            case 3 -> add(new SetHoliday(today() + (int) dice.oneOf(-1, 0, 1, 1, 2, 3), dice.below(10) / 7));
            case 4 -> add(hostile());
            case 5 -> giveAway();
            case 6 -> new FailScene(dice, markets, accounts, this::add, this::later, this::today).play();
            default -> add(terms(1 + dice.below(markets.size())));
        }
    }

    private int today() {
        return (int) Math.floorDiv(nowNanos, DAY_NANOS);
    }

    /** Often some days go by before, and buy-ins come after. */
    private void roll() {
        if (dice.chance(90)) later(dice.oneOf(0, 1, 1, 1, 2, 3) * DAY_NANOS);
        if (dice.chance(2)) later(40 * DAY_NANOS);
        add(new RunSettlement(dice.chance(92) ? today() : today() + (int) dice.oneOf(-2, -1, 1)));
        if (dice.chance(8)) add(new RunSettlement(today()));
        for (int i = dice.below(4); i > 0; i--) add(buyIn());
    }

    private void later(long nanos) {
        shiftNanos += nanos;
        nowNanos += nanos;
    }

    private Command buyIn() {
        int instrument = 1 + dice.below(markets.size());
        Market market = markets.get(instrument - 1);
        long price = dice.chance(40) ? 0 : market.price(dice);
        if (dice.chance(3)) instrument = (int) dice.oneOf(0, 77, -1);
        return new BuyIn(instrument, account(), account(), price);
    }

    private int account() {
        return dice.chance(97) ? FIRST_ACCOUNT + dice.below(accounts) : (int) dice.oneOf(0, 3, -1, 777);
    }

    /** Mostly one of the last. */
    private long trade() {
        if (dice.chance(3)) return dice.oneOf(0, 1L << 40, Long.MAX_VALUE);
        return dice.chance(10) ? 1 + dice.below(20) : -1 - dice.below(8);
    }

    private Command correction() {
        Market market = markets.get(dice.below(markets.size()));
        long lots = dice.chance(97) ? 1 + dice.below(6) : dice.oneOf(0, -1, Long.MAX_VALUE);
        return new CorrectTrade(trade(), market.price(dice), lots);
    }

    private Command hostile() {
        return switch (dice.below(4)) {
            case 0 -> new RunSettlement((int) dice.oneOf(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0));
            case 1 -> new SetHoliday((int) dice.oneOf(-1, 110_001, Integer.MAX_VALUE), 1);
            case 2 -> new SetHoliday(today(), (int) dice.oneOf(2, 255));
            default -> finerTick();
        };
    }

    private Command finerTick() {
        int instrument = 1 + dice.below(markets.size());
        Command.ListInstrument terms = markets.get(instrument - 1).terms();
        return new Command.ChangeInstrument(instrument, TICK, terms.tickMantissa() * 100 + terms.tickScale() + 1);
    }

    /** What an account has of an asset that it may owe leaves the venue, or some of it. */
    private void giveAway() {
        Market market = markets.get(dice.below(markets.size()));
        long amount = Math.max(1, (long) (market.lotBase() * dice.between(1, 20)));
        int asset = market.terms().baseAsset();
        int account = account();
        add(new Command.BeginTransfer(Command.Begin.BEGIN_WITHDRAWAL, account, asset, amount));
        if (dice.chance(80)) add(new Command.EndTransfer(Command.End.COMPLETE_WITHDRAWAL, Step.madeBy(tag - 1)));
    }

    private void add(Command command) {
        all.add(new Step(tag++, command, null, nowNanos));
    }
}
