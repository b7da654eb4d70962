package io.rialto.feeds.margin;

/**
 * An account's margin in one asset, in the asset's smallest unit; fees and losses may have brought it below zero.
 *
 * @param changedSequence of the frame that changed it last
 */
public record MarginBalance(int asset, long totalMinor, long changedSequence) {
    MarginBalance plus(long amountMinor, long sequence) {
        return new MarginBalance(asset, Math.addExact(totalMinor, amountMinor), sequence);
    }
}
