package io.rialto.engine.simulation;

import io.rialto.engine.reference.ClearingCommand.AssignCalendar;
import io.rialto.engine.reference.ClearingCommand.DefineCalendar;
import io.rialto.engine.reference.ClearingCommand.SetCalendarHoliday;
import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives some of the flows that settle later calendars of their own, with weekends in the middle of a week and holidays near by.
 * Its dice are its own; the other flows stay as they are.
 */
final class CalendarDraw {
    private static final int OF = 64;
    private static final int ONE = 1, OTHER = 17;
    private static final int FIRST_TAG = 6_000_000;
    private static final int CALENDARS = 3;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Dice dice;
    private final int markets;

    private CalendarDraw(long seed, int markets) {
        dice = new Dice(seed ^ 0x510E527FL << 20);
        this.markets = markets;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets) {
        boolean isMeant = seed % OF == ONE || seed % OF == OTHER;
        return isMeant ? new CalendarDraw(seed, markets.size()).with(steps) : steps;
    }

    private List<Step> with(List<Step> steps) {
        List<Step> all = new ArrayList<>();
        int tag = FIRST_TAG;
        long nowNanos = 0;
        for (Step step : steps) {
            nowNanos = Math.max(nowNanos, step.timeNanos());
            all.add(step);
            if (!dice.chance(12)) continue;
            int day = (int) Math.floorDiv(nowNanos, DAY_NANOS);
            all.add(new Step(tag++, command(day), null, nowNanos));
        }
        return all;
    }

    private Command command(int day) {
        int calendar = dice.chance(95) ? 1 + dice.below(CALENDARS) : (int) dice.oneOf(0, 77, 254, 255);
        return switch (dice.weighted(4, 4, 3)) {
            case 0 ->
                new DefineCalendar(calendar, dice.chance(95) ? 1 + dice.below(126) : (int) dice.oneOf(0, 127, 255));
            case 1 -> {
                int of = dice.chance(20) ? 0 : calendar;
                yield new AssignCalendar(dice.chance(95) ? 1 + dice.below(markets) : (int) dice.oneOf(0, -1, 77), of);
            }
            default -> {
                int of = dice.chance(96) ? day + (int) dice.oneOf(-1, 0, 1, 1, 2, 3) : (int) dice.oneOf(-1, 110_001);
                yield new SetCalendarHoliday(of, calendar, dice.chance(97) ? dice.below(10) / 7 ^ 1 : 2);
            }
        };
    }
}
