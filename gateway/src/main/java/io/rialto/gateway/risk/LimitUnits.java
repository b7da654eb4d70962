package io.rialto.gateway.risk;

import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.RiskRuleType;

/** What a rule's numbers are counted in: lots of its instrument, money of its market or asset, else whole numbers. */
final class LimitUnits {
    private static final int LEVERAGE_SCALE = 2;

    private LimitUnits() {}

    /** @param asset in which value counts over all instruments; else 0 */
    static long read(String at, String text, RiskRuleType type, int instrument, int asset, Listed listed) {
        if (type == RiskRuleType.MAX_POSITION_SIZE && instrument != 0)
            return listed.terms(instrument).lots(at, text);
        boolean isMoney = type == RiskRuleType.MAX_ORDER_VALUE || type == RiskRuleType.MAX_DAILY_LOSS;
        if (isMoney) return Decimals.minor(at, text, scale(instrument, asset, listed));
        if (type == RiskRuleType.MAX_LEVERAGE) return Decimals.minor(at, text, LEVERAGE_SCALE);
        return Decimals.minor(at, text, 0);
    }

    /** @param sequence of the frame in whose tick and lot it was counted */
    static String text(long value, RiskRuleType type, int instrument, int asset, Listed listed, long sequence) {
        return switch (type) {
            case MAX_POSITION_SIZE -> listed.terms(instrument, sequence).quantity(value);
            case MAX_LEVERAGE -> Decimals.text(value, LEVERAGE_SCALE);
            case MAX_ORDER_VALUE, MAX_DAILY_LOSS -> Decimals.text(value, scale(instrument, asset, listed));
            default -> Long.toString(value);
        };
    }

    private static int scale(int instrument, int asset, Listed listed) {
        Asset money = asset != 0 || instrument == 0
                ? asset == 0 ? null : listed.asset(asset)
                : listed.terms(instrument).instrument().quote();
        return money == null ? 0 : money.scale();
    }
}
