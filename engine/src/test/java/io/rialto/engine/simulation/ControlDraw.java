package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.*;
import java.util.List;

/** Draws what those do who guard the market: in some flows much of it, in most little. */
final class ControlDraw {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int FIRST_ACCOUNT = 100;

    private final Dice dice;
    private final int accounts;
    private final List<Market> markets;
    private final int[] weights = {8, 2, 3, 2, 3, 3, 2, 3, 5, 6, 1, 4, 1, 3};
    private int proposals;
    private int schedules;
    private final int[] steps = new int[8];
    private long now;
    private Kill lastKill;
    /** What is still to be done to lift the last kill. */
    private Propose last;

    private int repeating;
    private int lifting;

    private Disconnected lost;

    ControlDraw(Dice dice, int accounts, List<Market> markets) {
        this.dice = dice;
        this.accounts = accounts;
        this.markets = markets;
        for (int i = 0; i < weights.length; i++) weights[i] *= (int) dice.oneOf(0, 1, 1, 3);
        weights[0]++;
    }

    Command command(long nowNanos) {
        now = nowNanos;
        if (lifting > 0 && dice.chance(40)) return lifts();
        return repeating > 0 && dice.chance(60) ? repeats() : command();
    }

    /** The same is proposed twice, and both are approved: the second would change nothing any more. */
    private Command repeats() {
        repeating--;
        if (repeating < 2) return new Approve(proposals - repeating);
        proposals++;
        return last;
    }

    private Command command() {
        return switch (dice.weighted(weights)) {
            case 0 -> limit();
            case 1 -> new Suspend(scope(2), target(), dice.chance(90) ? dice.below(2) : 2);
            case 2 -> new Resume(scope(2), target());
            case 3 -> kill();
            case 4 -> cancelOrders();
            case 5 -> disconnected();
            case 6 -> reconnected();
            case 7 -> new CancelAfter(account(), dice.below(3), time());
            case 8 -> propose();
            case 9 -> new Approve(proposal());
            case 10 -> new Withdraw(proposal());
            case 11 -> schedule();
            case 12 -> new WithdrawScheduled(Math.max(1, schedules - dice.below(3)));
            default -> listing();
        };
    }

    private Command disconnected() {
        int graceful = dice.chance(80) ? 0 : (int) dice.oneOf(1, 1, 2);
        lost = new Disconnected(account(), dice.below(3), time(), graceful);
        return lost;
    }

    private Command reconnected() {
        boolean isBack = lost != null && dice.chance(80);
        return isBack ? new Reconnected(lost.account(), lost.session()) : new Reconnected(account(), dice.below(3));
    }

    private Command kill() {
        lastKill = new Kill(scope(5), target());
        lifting = 2;
        return lastKill;
    }

    private Command lifts() {
        if (--lifting == 0) return new Approve(proposals);
        proposals++;
        return new Propose(3, lastKill.scope(), lastKill.target(), 0, 0, 0);
    }

    private int account() {
        return dice.chance(98) ? FIRST_ACCOUNT + dice.below(accounts) : (int) dice.oneOf(0, -1, 777);
    }

    private int instrument() {
        return dice.chance(98) ? 1 + dice.below(markets.size()) : (int) dice.oneOf(0, -1, 77);
    }

    private int scope(int most) {
        return dice.chance(97) ? 1 + dice.below(most) : (int) dice.oneOf(0, 6, 255);
    }

    /** An account, or the small number of something else. */
    private int target() {
        return dice.chance(50) ? account() : dice.below(3);
    }

    private long time() {
        if (dice.chance(3)) return dice.oneOf(-1, 8 * DAY_NANOS, Long.MAX_VALUE);
        return dice.oneOf(0, 0, 300, 1_000, 5_000, 20_000, DAY_NANOS / 2, DAY_NANOS);
    }

    /** Mostly the next step, sometimes back to the beginning. */
    private Command listing() {
        int instrument = instrument();
        int place = Math.floorMod(instrument, steps.length);
        steps[place] = dice.chance(25) ? 0 : dice.chance(80) ? steps[place] % 4 + 1 : dice.below(5);
        return new ChangeListing(instrument, dice.chance(3) ? (int) dice.oneOf(5, 255) : steps[place]);
    }

    private Command schedule() {
        schedules++;
        Command.ChangeInstrument change = DeskDraw.parameter(dice, markets);
        long at = now + dice.oneOf(500, 2_000, 10_000, 50_000, DAY_NANOS, -1);
        int phase = dice.chance(97) ? 255 : (int) dice.oneOf(3, 8, 200);
        return new ScheduleChange(change.instrument(), change.parameter(), change.value(), at, phase);
    }

    private long proposal() {
        return dice.chance(95) ? Math.max(1, proposals - dice.below(4)) : dice.oneOf(0, -1, 77);
    }

    private Command cancelOrders() {
        int instrument = dice.chance(70) ? instrument() : 0;
        Market market = markets.get(Math.max(0, Math.min(instrument, markets.size()) - 1));
        boolean hasPrices = instrument != 0 ? dice.chance(60) : dice.chance(5);
        long low = hasPrices && dice.chance(70) ? market.price(dice) : Command.NULL;
        long high = hasPrices && dice.chance(70) ? market.price(dice) + dice.below(4) : Command.NULL;
        int side = (int) dice.oneOf(255, 255, 1, 2, dice.chance(90) ? 1 : 3);
        return new CancelOrders(dice.chance(80) ? account() : 0, instrument, side, low, high);
    }

    private Command limit() {
        int limit = dice.chance(97) ? 1 + dice.below(7) : (int) dice.oneOf(0, 8, 255);
        boolean isOfOne = limit <= 2 || limit == 7 || limit == 3 && dice.chance(50);
        int instrument = isOfOne == dice.chance(95) ? instrument() : 0;
        return new ChangeAccountLimit(account(), instrument, limit, limitValue(limit, instrument));
    }

    private long limitValue(int limit, int instrument) {
        if (dice.chance(12)) return Command.NULL;
        if (dice.chance(3)) return dice.oneOf(-1, 0, Long.MAX_VALUE, 1_000_000_001);
        Market market = markets.get(Math.max(0, Math.min(instrument, markets.size()) - 1));
        return switch (limit) {
            case 1 -> dice.between(1, market.mostLots());
            case 2 -> dice.between(1, 2 + (long) Math.min(market.lotQuote() * market.mostLots(), 1e17));
            case 3 -> dice.between(0, 6);
            case 4 -> dice.oneOf(1, 3, 200_000, 1_000_000);
            case 5 -> dice.oneOf(1, 2, 5, 20);
            case 6 -> dice.oneOf(500, 5_000, 100_000, 60_000_000_000L);
            default -> 1;
        };
    }

    private Command propose() {
        last = drawn();
        if (dice.chance(25)) repeating = 3;
        return last;
    }

    private Propose drawn() {
        proposals++;
        long valid = dice.chance(50) ? 0 : time();
        int subject = dice.chance(97) ? 1 + dice.below(3) : (int) dice.oneOf(0, 4, 255);
        if (subject == 1) {
            Command.ChangeInstrument change = DeskDraw.parameter(dice, markets);
            int target = dice.chance(98) ? 0 : 1;
            return new Propose(1, change.parameter(), target, change.instrument(), change.value(), valid);
        }
        if (subject == 3) return new Propose(3, scope(5), target(), dice.chance(98) ? 0 : 1, 0, valid);
        ChangeAccountLimit change = (ChangeAccountLimit) limit();
        return new Propose(subject, change.limit(), change.account(), change.instrument(), change.value(), valid);
    }
}
