package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.NewSpecialOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what makes a position shrink while orders that may only reduce it rest: somebody's position, his ordinary orders
 * beside those that reduce, and an aggressor who meets them all in one match.
 */
final class ReductionDraw {
    private static final int LIMIT = 1;
    private static final int MARKET = 2;
    private static final int STOP = 4;
    private static final int CALL = 2;

    private final Dice dice;
    private final int instrument;
    private final Market market;
    private final int owner;
    private final int other;
    private final boolean isLong;
    private final long centreTicks;
    private final long positionLots;
    private final List<Command> commands = new ArrayList<>();

    private ReductionDraw(Dice dice, int instrument, Market market, int firstAccount, int accounts) {
        this.dice = dice;
        this.instrument = instrument;
        this.market = market;
        owner = firstAccount + dice.below(accounts);
        other = firstAccount + dice.below(accounts);
        isLong = dice.chance(50);
        centreTicks = Math.max(4, market.centreTicks());
        positionLots = Math.max(market.terms().minLots(), dice.between(2, Math.min(12, market.mostLots())));
    }

    static List<Command> scene(Dice dice, int instrument, Market market, int firstAccount, int accounts) {
        return new ReductionDraw(dice, instrument, market, firstAccount, accounts).drawn();
    }

    private List<Command> drawn() {
        boolean building = isLong;
        commands.add(limit(other, !building, centreTicks, positionLots, 1));
        commands.add(limit(owner, building, centreTicks, positionLots, 1));
        if (dice.chance(8)) forgetPositions();
        boolean isCalled = dice.chance(30);
        if (isCalled) commands.add(new Command.ChangePhase(instrument, CALL, 0));
        int orders = 2 + dice.below(3);
        for (int i = 0; i < orders; i++) commands.add(reducing());
        if (isCalled) uncross();
        else if (dice.chance(80)) commands.add(aggressor());
        return commands;
    }

    /** Of the owner's own orders some may make his position larger meanwhile. */
    private void uncross() {
        int buyers = 1 + dice.below(3);
        for (int i = 0; i < buyers; i++) {
            int account = dice.chance(25) ? owner : other;
            commands.add(limit(account, isLong, away(dice.below(5)), dice.between(1, 2 * positionLots), 1));
        }
        if (dice.chance(40)) commands.add(limit(other, !isLong, away(dice.below(4)), positionLots, 1));
        commands.add(new Command.ChangePhase(instrument, 0, 0));
    }

    /** They begin anew at once: with none. */
    private void forgetPositions() {
        commands.add(new Command.ChangeInstrument(instrument, PositionDraw.TRACKED, 0));
        commands.add(new Command.ChangeInstrument(instrument, PositionDraw.TRACKED, 1));
    }

    private Command reducing() {
        long lots = dice.between(1, positionLots + 1);
        NewOrder order = limit(owner, !isLong, away(dice.below(4)), lots, 1);
        if (dice.chance(35)) return order;
        if (dice.chance(80)) return PositionDraw.reducing(order);
        NewOrder stop = order(owner, !isLong, 0, lots, 0, STOP, 1);
        return new NewSpecialOrder(stop, PositionDraw.reducing(triggeredAt(away(-1 - dice.below(4)))));
    }

    private Command aggressor() {
        long lots = dice.between(1, 3 * positionLots);
        int timeInForce = 1 + dice.weighted(2, 3, 4);
        return switch (dice.below(3)) {
            case 0 -> limit(other, isLong, away(dice.below(5)), lots, timeInForce);
            case 1 -> order(other, isLong, 0, lots, 0, MARKET, timeInForce);
            default -> order(other, isLong, 0, 0, market.amount(dice, lots), MARKET, 1 + dice.below(2));
        };
    }

    /** So many ticks to where the position is closed with more profit. */
    private long away(long ticks) {
        return Math.max(1, isLong ? centreTicks + ticks : centreTicks - ticks);
    }

    private NewOrder limit(int account, boolean buys, long ticks, long lots, int timeInForce) {
        return order(account, buys, ticks, lots, 0, LIMIT, timeInForce);
    }

    private NewOrder order(
            int account, boolean buys, long ticks, long lots, long amountMinor, int type, int timeInForce) {
        return new NewOrder(account, instrument, ticks, lots, amountMinor, buys ? 1 : 2, type, timeInForce, 0, 0, "");
    }

    private static SpecialTerms triggeredAt(long ticks) {
        return new SpecialTerms(ticks, Command.NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
