package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.NewSpecialOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts scenes into some of the flows whose point is one exact number, which drawn commands hardly ever hit: a trade as old
 * as a window is long, a volume at which a tier begins, the end of the allowed hours, a peak
 * made smaller while it is being traded. Each begins in an
 * instrument without orders. The other flows stay as they are.
 */
final class CornerDraw {
    private static final int ONE_OF = 8;
    private static final int THIS = 3;
    private static final int FIRST_TAG = 1_000_000;
    private static final int SCENES = 6;
    private static final int FIRST_ACCOUNT = 100;
    private static final int INSTRUMENT = 1;
    private static final int LOOK_BACK_LIMIT = 14;
    private static final int IMMEDIATE = 2;
    private static final int NO_PREVENTION = 1;
    private static final int SCHEDULE = 200;
    private static final int OF_ACCOUNT = 1;
    private static final int HOURS = 12;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Dice dice;
    private final Market market;
    private final int accounts;
    private final long ticks;
    private final List<Step> scene = new ArrayList<>();
    private int tag = FIRST_TAG;
    private long timeNanos;

    private CornerDraw(long seed, Market market, int accounts) {
        dice = new Dice(seed ^ 0x2545F491L << 24);
        this.market = market;
        this.accounts = accounts;
        ticks = Math.max(4, market.centreTicks());
    }

    static List<Step> put(long seed, List<Step> steps, Market market, int accounts) {
        if (seed % ONE_OF != THIS || accounts < 2) return steps;
        CornerDraw draw = new CornerDraw(seed, market, accounts);
        List<Step> all = new ArrayList<>(steps);
        for (int i = 0; i < SCENES; i++) {
            int place = all.size() / 3 + draw.dice.below(all.size() - all.size() / 3);
            all.addAll(place, draw.drawn(latestNanos(all.subList(0, place))));
        }
        return all;
    }

    /** Time does not go back, though a step may say so. */
    private static long latestNanos(List<Step> steps) {
        return steps.stream().mapToLong(Step::timeNanos).max().orElseThrow();
    }

    private List<Step> drawn(long fromNanos) {
        scene.clear();
        timeNanos = fromNanos;
        for (int i = 0; i < accounts; i++) add(new Command.CancelAll(FIRST_ACCOUNT + i, INSTRUMENT, 255), 1);
        int first = FIRST_ACCOUNT + dice.below(accounts);
        int second = FIRST_ACCOUNT + (first - FIRST_ACCOUNT + 1) % accounts;
        switch (dice.below(4)) {
            case 0 -> smallerPeak(first, second, dice.chance(50));
            case 1 -> endOfWindow(first, second);
            case 2 -> endOfHours(first);
            default -> beginningOfTier(first, second);
        }
        return scene;
    }

    private void smallerPeak(int owner, int other, boolean buys) {
        long unit = market.terms().minLots();
        SpecialTerms terms = new SpecialTerms(Command.NULL, Command.NULL, 0, 4 * unit, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        add(new NewSpecialOrder(order(owner, buys, ticks, 8 * unit, 1), terms), 1);
        add(new Command.AmendDisplay(owner, Step.madeBy(tag - 1), 2 * unit), 1);
        add(order(other, !buys, ticks, dice.between(2, 6) * unit, IMMEDIATE), 1);
    }

    private void endOfWindow(int seller, int buyer) {
        long windowNanos = dice.oneOf(500, 2_000);
        int limit = LOOK_BACK_LIMIT + 3 * dice.below(2);
        long lots = market.terms().minLots();
        add(new Command.ChangeInstrument(INSTRUMENT, limit, 1), 1);
        add(new Command.ChangeInstrument(INSTRUMENT, limit + 1, windowNanos), 1);
        add(order(seller, false, ticks, lots, 1), 10 * windowNanos);
        add(order(seller, false, ticks + 2, lots, 1), 1);
        add(order(buyer, true, ticks, lots, IMMEDIATE), 1);
        add(order(buyer, true, ticks + 2, lots, IMMEDIATE), windowNanos - dice.below(2));
    }

    private void beginningOfTier(int seller, int buyer) {
        long lots = market.terms().minLots() * dice.between(1, 3);
        long worthMinor = Math.max(1, (long) Math.min(market.lotQuote() * lots, 1e15) + dice.below(2));
        List<FeeTier> tiers = List.of(new FeeTier(0, 0, 0), new FeeTier(worthMinor, 0, 0));
        int schedule = SCHEDULE + dice.below(50);
        add(new SetFeeSchedule(schedule, market.terms().quoteAsset(), tiers, Command.NULL), 31 * DAY_NANOS);
        add(new AssignFeeSchedule(schedule, market.terms().quoteAsset(), buyer, OF_ACCOUNT), 1);
        add(order(seller, false, ticks, lots, 1), 1);
        add(order(buyer, true, ticks, lots, IMMEDIATE), 1);
        add(new Command.Tick(), DAY_NANOS);
    }

    private void endOfHours(int account) {
        long afterNanos = dice.between(1_000, 5_000);
        long nowNanos = timeNanos + 1;
        long begin = Math.floorMod(nowNanos, DAY_NANOS) / MINUTE_NANOS;
        long windowNanos = Math.floorMod(nowNanos, MINUTE_NANOS) + afterNanos;
        add(new SetRiskRule(0, HOURS, begin, windowNanos, 1, 0, 0, 0, 1, 1, List.of(), 0, 1, ""), 1);
        add(order(account, true, ticks, market.terms().minLots(), 1), afterNanos - dice.below(2));
    }

    private static NewOrder order(int account, boolean buys, long ticks, long lots, int timeInForce) {
        return new NewOrder(account, INSTRUMENT, ticks, lots, 0, buys ? 1 : 2, 1, timeInForce, 0, NO_PREVENTION, "");
    }

    private void add(Command command, long afterNanos) {
        timeNanos += afterNanos;
        scene.add(new Step(tag++, command, null, timeNanos));
    }
}
