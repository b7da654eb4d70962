package io.rialto.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts scenes into some of the flows whose point is one exact number, which drawn commands hardly ever hit: see {@link
 * TradedCorners} and {@link GuardedCorners}. Each begins in an instrument without orders. The other flows stay as they are.
 */
final class CornerDraw {
    private static final int ONE_OF = 8;
    private static final int THIS = 3;
    private static final int FIRST_TAG = 1_000_000;
    private static final int SCENES = 14;

    private final Dice dice;
    private final Market market;
    private final int accounts;
    private int tag = FIRST_TAG;

    private CornerDraw(long seed, Market market, int accounts) {
        dice = new Dice(seed ^ 0x2545F491L << 24);
        this.market = market;
        this.accounts = accounts;
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
        Scene scene = new Scene(dice, market, accounts, tag, fromNanos);
        scene.opened();
        if (dice.chance(50)) traded(new TradedCorners(scene));
        else guarded(new GuardedCorners(scene));
        tag = scene.nextTag();
        return scene.steps();
    }

    private void traded(TradedCorners corners) {
        switch (dice.below(8)) {
            case 0 -> corners.smallerPeak();
            case 1 -> corners.endOfWindow();
            case 2 -> corners.farthestInTheMiddle();
            case 3 -> corners.beginningOfTier();
            case 4 -> corners.halfFilledAtMarket();
            case 5 -> corners.smallAuction();
            case 6 -> corners.pastAnOwnOrder();
            default -> corners.bettered();
        }
    }

    private void guarded(GuardedCorners corners) {
        switch (dice.below(7)) {
            case 0 -> corners.endOfHours();
            case 1 -> corners.dearestOrder();
            case 2 -> corners.manyKilled();
            case 3 -> corners.smallerThanBefore();
            case 4 -> corners.killedAndResumed();
            case 5 -> corners.quotesMetTwice();
            default -> corners.switchedOff();
        }
    }
}
