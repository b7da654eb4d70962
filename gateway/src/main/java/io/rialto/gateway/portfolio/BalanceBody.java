package io.rialto.gateway.portfolio;

import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.form.Decimals;

/** A balance on the wire; of a past one only the total is known, and the others are null. */
public record BalanceBody(String asset, String total, String available, String held, long sequence) {
    public static BalanceBody of(Balance balance, Asset asset) {
        return new BalanceBody(
                asset.code(),
                Decimals.text(balance.totalMinor(), asset.scale()),
                Decimals.text(balance.availableMinor(), asset.scale()),
                Decimals.text(balance.heldMinor(), asset.scale()),
                balance.changedSequence());
    }

    /** As it was behind a frame. */
    static BalanceBody of(long totalMinor, Asset asset, long frame) {
        return new BalanceBody(asset.code(), Decimals.text(totalMinor, asset.scale()), null, null, frame);
    }
}
