package io.rialto.engine.margin;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.batch.Parts;
import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.LeverageSetEncoder;
import io.rialto.protocol.MarginMovedEncoder;
import io.rialto.protocol.MarginTierDecoder;
import io.rialto.protocol.MarginTiersSetEncoder;
import io.rialto.protocol.MoveMarginDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetLeverageDecoder;
import io.rialto.protocol.SetMarginTiersDecoder;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides what is asked of margins, tiers and leverage. Each command answers NONE when it was done, else why nothing was.
 *
 * <p>Threading: the core's thread only.
 */
public final class MarginDesk {
    private static final int MOST_TIERS = 16;

    private final Accounts accounts;
    private final Assets assets;
    private final Instruments instruments;
    private final Balances balances;
    private final Positions positions;
    private final Margins margins;
    private final MarginCalls calls;
    private final Parts parts;
    private final MarginMovedEncoder moved = new MarginMovedEncoder();
    private final LeverageSetEncoder levered = new LeverageSetEncoder();
    private final MarginTiersSetEncoder tiered = new MarginTiersSetEncoder();

    public MarginDesk(
            Accounts accounts,
            Assets assets,
            Instruments instruments,
            Balances balances,
            Positions positions,
            Margins margins,
            MarginCalls calls,
            RefusedOperations refusals) {
        this.accounts = accounts;
        this.assets = assets;
        this.instruments = instruments;
        this.balances = balances;
        this.positions = positions;
        this.margins = margins;
        this.calls = calls;
        this.parts = new Parts(refusals).of(MarginTierDecoder.TEMPLATE_ID, MarginTierDecoder.BLOCK_LENGTH);
    }

    /** Between an account's balance and its margin. */
    public Reason move(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + MoveMarginDecoder.accountEncodingOffset());
        int asset = buffer.getInt(at + MoveMarginDecoder.assetEncodingOffset());
        long amountMinor = buffer.getLong(at + MoveMarginDecoder.amountMinorEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!assets.isListed(asset)) return Reason.UNKNOWN_ASSET;
        if (amountMinor == 0) return Reason.INVALID_AMOUNT;
        int balance = balances.cell(account, asset);
        int margin = balances.cell(account, asset | Balances.MARGIN);
        if (amountMinor > balances.available(balance)) return Reason.INSUFFICIENT_FUNDS;
        if (amountMinor < -margins.freeMinor(account, asset)) return Reason.INSUFFICIENT_MARGIN;

        balances.postMargin(balance, margin, amountMinor);
        margins.brought(margin, amountMinor);
        balances.verify(balance);
        frame.claimEvent(moved).amountMinor(amountMinor).account(account).asset(asset);
        return Reason.NONE;
    }

    public Reason lever(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + SetLeverageDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + SetLeverageDecoder.instrumentEncodingOffset());
        int leverage = buffer.getInt(at + SetLeverageDecoder.leverageEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        Reason refusal = refuses(instrument);
        if (refusal != Reason.NONE) return refusal;
        if (leverage < 0) return Reason.INVALID_LEVERAGE;
        Instrument market = instruments.get(instrument);
        refusal = margins.lever(market, account, leverage);
        if (refusal != Reason.NONE) return refusal;

        int old = positions.leverage(instrument, account);
        positions.leverage(market, account, leverage);
        frame.claimEvent(levered)
                .account(account)
                .instrument(instrument)
                .oldLeverage(old)
                .newLeverage(leverage);
        return Reason.NONE;
    }

    public Reason setTiers(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = frame.buffer().getInt(at + SetMarginTiersDecoder.instrumentEncodingOffset());
        Reason refusal = refuses(instrument);
        if (refusal == Reason.NONE) refusal = parts.check(frame, 1, MOST_TIERS);
        if (refusal != Reason.NONE) return refusal;
        MarginTiers tiers = read(frame);
        if (!tiers.areSound()) return Reason.INVALID_MARGIN_TIERS;

        margins.tiersOf(instruments.get(instrument), tiers);
        calls.revalued(instruments.get(instrument));
        frame.claimEvent(tiered).instrument(instrument).tiers(tiers.count());
        return Reason.NONE;
    }

    private Reason refuses(int instrument) {
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        return instruments.get(instrument).isContract() ? Reason.NONE : Reason.NOT_A_CONTRACT;
    }

    private MarginTiers read(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        CommandParts part = parts.rewind(frame);
        long[] upToMinor = new long[parts.count()];
        int[] initialRates = new int[parts.count()];
        int[] maintenanceRates = new int[parts.count()];
        for (int i = 0; part.next(); i++) {
            int at = part.blockOffset();
            upToMinor[i] = buffer.getLong(at + MarginTierDecoder.upToMinorEncodingOffset());
            initialRates[i] = buffer.getInt(at + MarginTierDecoder.initialRateEncodingOffset());
            maintenanceRates[i] = buffer.getInt(at + MarginTierDecoder.maintenanceRateEncodingOffset());
        }
        return new MarginTiers(upToMinor, initialRates, maintenanceRates);
    }
}
