package io.rialto.engine.simulation;

import static io.rialto.engine.simulation.Scene.*;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.CancelAfter;
import io.rialto.engine.reference.ControlCommand.ChangeAccountLimit;
import io.rialto.engine.reference.ControlCommand.Kill;
import io.rialto.engine.reference.ControlCommand.Resume;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.engine.reference.ControlCommand.Suspend;
import java.util.List;

/** Scenes of what guards the market: limits, hours, switches. */
final class GuardedCorners {
    private static final int MOST_LOTS = 1, MOST_VALUE = 2;
    private static final int OF_FIRM = 1;
    private static final int TABLE_ROOM = 16;
    private static final int HOURS = 12;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Scene scene;

    GuardedCorners(Scene scene) {
        this.scene = scene;
    }

    /** The last nanosecond of the allowed hours, or the one after it. */
    void endOfHours() {
        long afterNanos = scene.dice.between(1_000, 5_000);
        long nowNanos = scene.nowNanos() + 1;
        long begin = Math.floorMod(nowNanos, DAY_NANOS) / MINUTE_NANOS;
        long windowNanos = Math.floorMod(nowNanos, MINUTE_NANOS) + afterNanos;
        scene.add(new SetRiskRule(0, HOURS, begin, windowNanos, 1, 0, 0, 0, 1, 1, List.of(), 0, 1, ""));
        scene.add(limit(scene.first, true, scene.ticks, scene.lots, GTC), afterNanos - scene.dice.below(2));
    }

    /** An order worth as much as may be, or one unit more. */
    void dearestOrder() {
        long lots = scene.lots * scene.dice.between(1, 4);
        long worthMinor = (long) Math.min(scene.market.lotQuote() * lots, 1e15);
        long mostMinor = Math.max(1, worthMinor - scene.dice.below(2));
        scene.add(new ChangeAccountLimit(scene.first, INSTRUMENT, MOST_VALUE, mostMinor));
        scene.order(scene.first, scene.dice.chance(50), scene.ticks, lots, GTC);
    }

    /** An order of more than may be, since it is older than the limit, becomes smaller. */
    void smallerThanBefore() {
        scene.order(scene.first, scene.dice.chance(50), scene.ticks, 4 * scene.lots, GTC);
        long order = scene.latest();
        scene.add(new ChangeAccountLimit(scene.first, INSTRUMENT, MOST_LOTS, scene.lots));
        scene.add(new Command.AmendOrder(scene.first, order, Command.NULL, 3 * scene.lots));
    }

    /** More firms are killed than a table has room for at first; the first of them still is. */
    void manyKilled() {
        int firm = unknownFirm();
        for (int i = 0; i <= TABLE_ROOM; i++) scene.add(new Kill(OF_FIRM, firm + i));
        scene.add(new Kill(OF_FIRM, firm));
    }

    /** A firm is killed and suspended; the end of the suspension does not bring it back. */
    void killedAndResumed() {
        int firm = unknownFirm();
        scene.add(new Kill(OF_FIRM, firm));
        scene.add(new Suspend(OF_FIRM, firm, 0));
        scene.add(new Resume(OF_FIRM, firm));
        scene.add(new Kill(OF_FIRM, firm));
    }

    /** So that nobody's orders are gone for the rest of the flow. */
    private int unknownFirm() {
        return 1_000 + scene.dice.below(1_000_000);
    }

    /** Quotes are met twice, the second time when the first has just been forgotten, or not yet. */
    void quotesMetTwice() {
        long windowNanos = scene.dice.oneOf(500, 2_000);
        long limitLots = 2 * scene.lots;
        int kind = (int) scene.dice.oneOf(0, 1, 2, 2);
        boolean isOfGroup = scene.dice.chance(50);
        scene.add(new Command.ResetQuotes(scene.first));
        scene.add(new Command.AssignQuoteGroup(scene.first, INSTRUMENT, 1, 10_000));
        scene.add(new Command.ProtectQuotes(
                scene.first,
                isOfGroup ? 0 : INSTRUMENT,
                isOfGroup ? 1 : 0,
                windowNanos,
                kind == 0 ? limitLots : 0,
                kind == 1 ? 2 : 0,
                0,
                kind == 2 ? limitLots : 0,
                0));
        Command.Quote quote = new Command.Quote(INSTRUMENT, scene.ticks, 4 * scene.lots, scene.ticks + 1, 0);
        scene.add(new Command.MassQuote(scene.first, List.of(quote)));
        scene.order(scene.second, false, scene.ticks, scene.lots, IOC);
        long laterNanos = windowNanos - scene.dice.below(2);
        scene.add(limit(scene.second, false, scene.ticks, scene.lots, IOC), laterNanos);
    }

    /** A switch is turned off or set anew, and its time comes. */
    void switchedOff() {
        long afterNanos = scene.dice.between(1_000, 5_000);
        int instrument = scene.dice.below(2);
        scene.order(scene.first, scene.dice.chance(50), scene.ticks, scene.lots, GTC);
        scene.add(new CancelAfter(scene.first, instrument, afterNanos));
        scene.add(new CancelAfter(scene.first, instrument, scene.dice.oneOf(0, 2 * afterNanos)));
        scene.add(new Command.Tick(), afterNanos);
    }
}
