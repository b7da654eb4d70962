package io.rialto.engine.fees;

import java.util.function.LongConsumer;

/** The latest version of each schedule, by number. */
final class FeeSchedules {
    static final int LAST = 255;

    private final FeeSchedule[] schedules = new FeeSchedule[LAST + 1];

    static boolean isNumber(int number) {
        return number >= 1 && number <= LAST;
    }

    boolean isSet(int number) {
        return isNumber(number) && schedules[number] != null;
    }

    FeeSchedule get(int number) {
        return schedules[number];
    }

    void put(FeeSchedule schedule) {
        schedules[schedule.number] = schedule;
    }

    boolean isAnyOf(int asset) {
        for (FeeSchedule schedule : schedules) {
            if (schedule != null && schedule.asset == asset) return true;
        }
        return false;
    }

    boolean areNone() {
        for (FeeSchedule schedule : schedules) {
            if (schedule != null) return false;
        }
        return true;
    }

    void visit(LongConsumer state) {
        for (FeeSchedule schedule : schedules) {
            if (schedule != null) schedule.visit(state);
        }
        state.accept(0);
    }
}
