package io.rialto.engine.simulation;

import static io.rialto.engine.simulation.Scene.*;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.NewSpecialOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import java.util.List;

/** Scenes of what is traded: peaks, windows of prices, volumes, and who comes first. */
final class TradedCorners {
    private static final int LOOK_BACK_LIMIT = 14;
    private static final int ALGORITHM = 34, TOP_MIN = 37;
    private static final int CANCEL_OLDEST = 3;
    private static final int SCHEDULE = 200;
    private static final int OF_ACCOUNT = 1;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Scene scene;

    TradedCorners(Scene scene) {
        this.scene = scene;
    }

    /** A peak made smaller while it is being traded. */
    void smallerPeak() {
        long unit = scene.lots;
        boolean buys = scene.dice.chance(50);
        SpecialTerms terms = new SpecialTerms(Command.NULL, Command.NULL, 0, 4 * unit, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        scene.add(new NewSpecialOrder(limit(scene.first, buys, scene.ticks, 8 * unit, GTC), terms));
        scene.add(new Command.AmendDisplay(scene.first, scene.latest(), 2 * unit));
        scene.order(scene.second, !buys, scene.ticks, scene.dice.between(2, 6) * unit, IOC);
    }

    /** A trade as old as a window is long, or a nanosecond younger. */
    void endOfWindow() {
        long windowNanos = scene.dice.oneOf(500, 2_000);
        velocity(1, windowNanos);
        trade(scene.ticks, 10 * windowNanos);
        long lots = scene.lots;
        scene.order(scene.first, false, scene.ticks + 2, lots, GTC);
        scene.add(limit(scene.second, true, scene.ticks + 2, lots, IOC), windowNanos - 2 - scene.dice.below(2));
    }

    /** The farthest price of a window is in its middle. */
    void farthestInTheMiddle() {
        long windowNanos = 10_000;
        int way = scene.dice.chance(50) ? 1 : -1;
        velocity(2, windowNanos);
        trade(scene.ticks, 10 * windowNanos);
        trade(scene.ticks + 2 * way, 1);
        trade(scene.ticks - way, 1);
    }

    private void velocity(long limitTicks, long windowNanos) {
        int limit = LOOK_BACK_LIMIT + 3 * scene.dice.below(2);
        scene.set(limit, limitTicks);
        scene.set(limit + 1, windowNanos);
    }

    private void trade(long ticks, long afterNanos) {
        scene.add(limit(scene.first, false, ticks, scene.lots, GTC), afterNanos);
        scene.order(scene.second, true, ticks, scene.lots, IOC);
    }

    /** A volume at which a tier begins, or one unit less. */
    void beginningOfTier() {
        long lots = scene.lots * scene.dice.between(1, 3);
        long worthMinor = Math.max(1, (long) Math.min(scene.market.lotQuote() * lots, 1e15) + scene.dice.below(2));
        List<FeeTier> tiers = List.of(new FeeTier(0, 0, 0), new FeeTier(worthMinor, 0, 0));
        int schedule = SCHEDULE + scene.dice.below(50);
        int asset = scene.market.terms().quoteAsset();
        scene.add(new SetFeeSchedule(schedule, asset, tiers, Command.NULL), 31 * DAY_NANOS);
        scene.add(new AssignFeeSchedule(schedule, asset, scene.second, OF_ACCOUNT));
        scene.order(scene.first, false, scene.ticks, lots, GTC);
        scene.order(scene.second, true, scene.ticks, lots, IOC);
        scene.add(new Command.Tick(), DAY_NANOS);
    }

    /** A market order of an auction that is filled in part, and an auction after it. */
    void halfFilledAtMarket() {
        long unit = scene.lots;
        boolean buys = scene.dice.chance(30);
        scene.phase(CALL);
        scene.add(new NewSpecialOrder(
                order(scene.first, buys, 0, 3 * unit, MARKET, GOOD_FOR_AUCTION), SpecialTerms.PLAIN));
        scene.order(scene.second, !buys, scene.ticks, unit, GTC);
        scene.phase(CONTINUOUS);
        scene.phase(CALL);
        scene.order(scene.second, !buys, scene.ticks, unit, GTC);
        scene.order(scene.second, buys, scene.ticks, unit, GTC);
        scene.phase(CONTINUOUS);
    }

    /** A few orders of two who may meet themselves, in one auction and a second one after it. */
    void smallAuction() {
        scene.set(DeskDraw.AUCTION_SELF_TRADES, scene.dice.below(2));
        for (int call = 0; call < 2; call++) {
            scene.phase(CALL);
            for (int i = 0; i < 5; i++) scene.add(forAuction());
            scene.phase(CONTINUOUS);
        }
    }

    private Command forAuction() {
        int account = scene.dice.chance(50) ? scene.first : scene.second;
        boolean isAtMarket = scene.dice.chance(40);
        long ticks = isAtMarket ? 0 : scene.ticks + scene.dice.below(2);
        long lots = scene.lots * scene.dice.between(1, 3);
        int type = isAtMarket ? MARKET : LIMIT;
        boolean buys = scene.dice.chance(50);
        int prevention = scene.dice.below(6);
        NewOrder order = order(account, buys, ticks, lots, type, GOOD_FOR_AUCTION, prevention);
        return new NewSpecialOrder(order, SpecialTerms.PLAIN);
    }

    /** All or nothing, where an own order has to go first. */
    void pastAnOwnOrder() {
        boolean buys = scene.dice.chance(50);
        scene.order(scene.first, !buys, scene.ticks, scene.lots, GTC);
        scene.order(scene.second, !buys, scene.ticks, scene.lots, GTC);
        long lots = scene.lots * scene.dice.between(1, 2);
        scene.add(order(scene.first, buys, scene.ticks, lots, LIMIT, FOK, CANCEL_OLDEST));
    }

    /** A better order that is too small to be the TOP order itself ends another one's time. */
    void bettered() {
        long unit = scene.lots;
        boolean buys = scene.dice.chance(50);
        int way = buys ? 1 : -1;
        scene.phase(CLOSED);
        scene.set(ALGORITHM, 1);
        scene.set(TOP_MIN, 3 * unit);
        scene.phase(CONTINUOUS);
        scene.order(scene.first, buys, scene.ticks, 3 * unit, GTC);
        scene.order(scene.second, buys, scene.ticks, 3 * unit, GTC);
        scene.order(scene.second, buys, scene.ticks + way, unit, GTC);
        scene.order(scene.dice.chance(50) ? scene.first : scene.second, !buys, scene.ticks, 4 * unit, IOC);
    }
}
