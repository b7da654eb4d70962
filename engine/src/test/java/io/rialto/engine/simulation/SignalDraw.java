package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.RecordSignal;
import java.util.ArrayList;
import java.util.List;

/** Puts signals of the world outside into some of the flows. Its dice are its own; the other flows stay as they are. */
final class SignalDraw {
    private static final int OF = 64;
    private static final int ONE = 3, OTHER = 37;
    private static final int FIRST_TAG = 7_000_000;
    private static final String[] SOURCES = {"wire", "polls-24", "~!", "", "two words", "bell\u0007", "s".repeat(32)};
    private static final String[] WORDS = {"", "Fees fall, says the \"board\"", "line\nbreak", "w".repeat(160), "\u007f"
    };

    private final Dice dice;
    private final int markets;

    private SignalDraw(long seed, int markets) {
        dice = new Dice(seed ^ 0x1F83D9ABL << 20);
        this.markets = markets;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets) {
        boolean isMeant = seed % OF == ONE || seed % OF == OTHER;
        return isMeant ? new SignalDraw(seed, markets.size()).with(steps) : steps;
    }

    private List<Step> with(List<Step> steps) {
        List<Step> all = new ArrayList<>();
        int tag = FIRST_TAG;
        long nowNanos = 0;
        for (Step step : steps) {
            nowNanos = Math.max(nowNanos, step.timeNanos());
            all.add(step);
            if (dice.chance(12)) all.add(new Step(tag++, signal(nowNanos), null, nowNanos));
        }
        return all;
    }

    private Command signal(long nowNanos) {
        return new RecordSignal(
                dice.chance(94) ? Math.max(1, nowNanos - dice.below(3)) : dice.oneOf(0, -1, nowNanos + 1),
                dice.chance(92) ? dice.below(markets + 1) : (int) dice.oneOf(-1, 77),
                dice.chance(92) ? dice.below(20_001) - 10_000 : (int) dice.oneOf(-10_001, 10_001, 10_000, -10_000),
                dice.chance(95) ? 1 + dice.below(6) : (int) dice.oneOf(0, 7, 255),
                SOURCES[dice.chance(90) ? dice.below(3) : dice.below(SOURCES.length)],
                WORDS[dice.chance(90) ? dice.below(2) : dice.below(WORDS.length)]);
    }
}
