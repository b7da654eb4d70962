package io.rialto.feeds.quotes;

/**
 * How much may be executed of quotes within a window of journal time before they are pulled; 0 is any. Quantities in
 * lots, money in minor units.
 *
 * @param windowNanos 0: there is no protection
 * @param maxDeltaLots bought less sold, to either side, in lots of weight 10,000
 * @param valueAsset of a group: the quote asset whose instruments count for its value; else 0
 */
public record QuoteLimits(
        long windowNanos, long maxLots, int maxFills, long maxValueMinor, long maxDeltaLots, int valueAsset) {
    static final QuoteLimits NONE = new QuoteLimits(0, 0, 0, 0, 0, 0);

    public boolean areNone() {
        return windowNanos == 0;
    }
}
