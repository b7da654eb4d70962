package io.rialto.engine.stress;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.batch.Parts;
import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.MarginCalls;
import io.rialto.engine.margin.Margins;
import io.rialto.protocol.MarginStressedEncoder;
import io.rialto.protocol.PriceShockDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.StressMarginDecoder;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;

/**
 * Answers what would become of an account's margin if prices moved: marks are moved, what production asks of orders and calls
 * is asked, and the marks are put back. Nothing else sees them meanwhile.
 *
 * <p>Threading: the core's thread only. Allocates; it is rare.
 */
public final class StressDesk {
    private static final int MOST_SHOCKS = 16;

    private final Accounts accounts;
    private final Assets assets;
    private final Instruments instruments;
    private final Margins margins;
    private final MarginCalls calls;
    private final RefusedOperations refusals;
    private final Parts parts;
    private final MarginStressedEncoder stressed = new MarginStressedEncoder();
    private long[] marks = {};

    public StressDesk(
            Accounts accounts,
            Assets assets,
            Instruments instruments,
            Margins margins,
            MarginCalls calls,
            RefusedOperations refusals) {
        this.accounts = accounts;
        this.assets = assets;
        this.instruments = instruments;
        this.margins = margins;
        this.calls = calls;
        this.refusals = refusals;
        parts = new Parts(refusals).of(PriceShockDecoder.TEMPLATE_ID, PriceShockDecoder.BLOCK_LENGTH);
    }

    public Reason stress(Frame frame) {
        refusals.clear();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + StressMarginDecoder.accountEncodingOffset());
        int asset = frame.buffer().getInt(at + StressMarginDecoder.assetEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!assets.isListed(asset)) return Reason.UNKNOWN_ASSET;
        Reason refusal = parts.check(frame, 1, MOST_SHOCKS);
        if (refusal == Reason.NONE) refusal = checkShocks(frame);
        if (refusal != Reason.NONE) return refusal;
        CommandParts part = parts.rewind(frame);
        while (part.next()) stress(frame, account, asset, part.blockOffset());
        return Reason.NONE;
    }

    private Reason checkShocks(Frame frame) {
        CommandParts part = parts.rewind(frame);
        for (int i = 0; part.next(); i++) {
            Reason refusal = check(instrument(frame, part.blockOffset()), bps(frame, part.blockOffset()));
            if (refusal != Reason.NONE) return refusals.because(i, refusal);
        }
        return Reason.NONE;
    }

    private Reason check(int instrument, int bps) {
        if (instrument != 0 && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (instrument != 0 && !instruments.get(instrument).isContract()) return Reason.NOT_A_CONTRACT;
        return bps < Shock.LEAST_BPS || bps > Shock.MOST_BPS ? Reason.SHOCK_NOT_POSSIBLE : Reason.NONE;
    }

    private void stress(Frame frame, int account, int asset, int at) {
        int instrument = instrument(frame, at);
        int bps = bps(frame, at);
        move(instrument, bps);
        long equity = margins.wholeEquityMinor(account, asset);
        long required = margins.wholeRequiredMinor(account, asset);
        long maintenance = margins.wholeMaintenanceMinor(account, asset);
        int level = calls.highestLevel(account, asset);
        moveBack(instrument);
        frame.claimEvent(stressed)
                .equityMinor(equity)
                .requiredMinor(required)
                .maintenanceMinor(maintenance)
                .account(account)
                .asset(asset)
                .instrument(instrument)
                .shockBps(bps)
                .callPercent((short) level);
    }

    private void move(int only, int bps) {
        if (marks.length <= instruments.count()) marks = Arrays.copyOf(marks, instruments.count() + 1);
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            marks[number] = market.markTicks();
            if (isMoved(market, only)) market.markTicks(Shock.ticks(market, bps));
        }
    }

    private void moveBack(int only) {
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (isMoved(market, only)) market.markTicks(marks[number]);
        }
    }

    private static boolean isMoved(Instrument market, int only) {
        boolean isMeant = only == 0 || only == market.number();
        return isMeant && market.isContract() && market.valuationTicks() != Instrument.NONE;
    }

    private static int instrument(Frame frame, int at) {
        return frame.buffer().getInt(at + PriceShockDecoder.instrumentEncodingOffset());
    }

    private static int bps(Frame frame, int at) {
        return frame.buffer().getInt(at + PriceShockDecoder.shockBpsEncodingOffset());
    }
}
