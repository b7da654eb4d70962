package io.rialto.feeds.firms;

import io.rialto.protocol.CreditScope;
import java.util.OptionalLong;

/**
 * What a firm, an account or a trader of one may have in the market, in markets quoted in an asset; money in its smallest unit.
 *
 * @param target number of the firm or account
 * @param trader of a trader, else 0
 * @param sequence of the frame that set it last
 */
public record CreditLimit(
        CreditScope scope,
        int target,
        int trader,
        int asset,
        OptionalLong orderMinor,
        OptionalLong openMinor,
        OptionalLong dayMinor,
        long sequence) {
    boolean bounds() {
        return orderMinor.isPresent() || openMinor.isPresent() || dayMinor.isPresent();
    }
}
