package io.rialto.engine.insurance;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.margin.Margins;
import io.rialto.protocol.FundInsuranceDecoder;
import io.rialto.protocol.InsuranceFundedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Moves the venue's own money between fee income and the insurance fund; neither may give more than it has, and what positions of
 * the fund's own need to be kept stays.
 *
 * <p>Amounts in minor units. Threading: the core's thread only. Allocates nothing once warm.
 */
public final class InsuranceDesk {
    private static final long MOST_MINOR = 1L << 62;

    private final Assets assets;
    private final Balances balances;
    private final Treasury treasury;
    private final Margins margins;
    private final InsuranceFundedEncoder funded = new InsuranceFundedEncoder();

    public InsuranceDesk(Assets assets, Balances balances, Treasury treasury, Margins margins) {
        this.margins = margins;
        this.assets = assets;
        this.balances = balances;
        this.treasury = treasury;
    }

    /** What its positions need stays. */
    private long freeMinor(int asset, int fund) {
        long equity = Math.max(0, margins.equityMinor(Accounts.INSURANCE_FUND, asset | Balances.MARGIN));
        long kept = margins.maintenanceMinor(Accounts.INSURANCE_FUND, asset | Balances.MARGIN);
        return Math.min(balances.total(fund), equity - kept);
    }

    public Reason fund(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int asset = buffer.getInt(at + FundInsuranceDecoder.assetEncodingOffset());
        long amountMinor = buffer.getLong(at + FundInsuranceDecoder.amountMinorEncodingOffset());
        if (!assets.isListed(asset)) return Reason.UNKNOWN_ASSET;
        if (amountMinor == 0) return Reason.INVALID_AMOUNT;
        int income = treasury.incomeCell(asset);
        int fund = balances.cell(Accounts.INSURANCE_FUND, asset | Balances.MARGIN);
        long has = amountMinor > 0 ? balances.total(income) : freeMinor(asset, fund);
        if (amountMinor > 0 ? amountMinor > has : amountMinor < -Math.max(0, has)) return Reason.INSUFFICIENT_FUNDS;
        if (amountMinor > 0 && balances.total(fund) > MOST_MINOR - amountMinor) return Reason.VALUE_OVERFLOW;

        balances.postMargin(income, fund, amountMinor);
        frame.claimEvent(funded)
                .amountMinor(amountMinor)
                .balanceMinor(balances.total(fund))
                .asset(asset);
        return Reason.NONE;
    }
}
