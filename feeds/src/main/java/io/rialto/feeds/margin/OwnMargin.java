package io.rialto.feeds.margin;

/**
 * The margin of an account's position in one contract, if it has one of its own.
 *
 * @param totalMinor of an isolated position; below zero it owes
 * @param calledPercent how much of the position's equity it needs to be kept, as it was told last: 80, 90 or 100; 0: less
 */
record OwnMargin(boolean isIsolated, long totalMinor, int calledPercent) {
    static final OwnMargin NONE = new OwnMargin(false, 0, 0);

    OwnMargin isolated(boolean isNow) {
        return new OwnMargin(isNow, totalMinor, calledPercent);
    }

    OwnMargin moved(long amountMinor) {
        return new OwnMargin(isIsolated, Math.addExact(totalMinor, amountMinor), calledPercent);
    }

    OwnMargin called(int percent) {
        return new OwnMargin(isIsolated, totalMinor, percent);
    }
}
