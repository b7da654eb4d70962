package io.rialto.engine.isolated;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.margin.PositionMargins;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.AssignPositionMarginDecoder;
import io.rialto.protocol.MarginMode;
import io.rialto.protocol.MarginModeSetEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetMarginModeDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides whether a margin of its own answers for an account's position in a contract, and what an account moves to such a margin
 * or from it. Each command answers NONE when it was done, else why nothing was.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing once warm.
 */
public final class MarginModeDesk {
    private static final int CROSS = MarginMode.CROSS.value();
    private static final int ISOLATED = MarginMode.ISOLATED.value();

    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final Positions positions;
    private final Margins margins;
    private final PositionMargins own;
    private final MarginModeSetEncoder set = new MarginModeSetEncoder();

    public MarginModeDesk(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Positions positions,
            Margins margins) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.positions = positions;
        this.margins = margins;
        own = new PositionMargins(balances, positions, margins);
    }

    /** Nothing of a position changes under its owner's feet: he has none, and no order that could make one. */
    public Reason setMode(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + SetMarginModeDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + SetMarginModeDecoder.instrumentEncodingOffset());
        int mode = buffer.getByte(at + SetMarginModeDecoder.modeEncodingOffset()) & 0xFF;
        Reason refusal = refuses(account, instrument);
        if (refusal != Reason.NONE) return refusal;
        if (mode != CROSS && mode != ISOLATED) return Reason.INVALID_MARGIN_MODE;
        boolean isIsolated = positions.isIsolated(instrument, account);
        if (isIsolated == (mode == ISOLATED)) return Reason.WOULD_CHANGE_NOTHING;
        Instrument market = instruments.get(instrument);
        if (isInUse(market, account)) return Reason.MARGIN_MODE_IN_USE;

        positions.isolate(market, account, !isIsolated);
        frame.claimEvent(set)
                .account(account)
                .instrument(instrument)
                .oldMode(isIsolated ? MarginMode.ISOLATED : MarginMode.CROSS)
                .newMode(isIsolated ? MarginMode.CROSS : MarginMode.ISOLATED);
        return Reason.NONE;
    }

    private boolean isInUse(Instrument market, int account) {
        if (positions.lots(market.number(), account) != 0 || own.totalMinor(market, account) != 0) return true;
        for (int slot = orders.oldestOf(account); slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
            if (orders.pool().instrument(slot) == market.number()) return true;
        }
        return false;
    }

    /** What the account's margin has free goes in; what the position does not need comes out. */
    public Reason assign(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + AssignPositionMarginDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + AssignPositionMarginDecoder.instrumentEncodingOffset());
        long amountMinor = buffer.getLong(at + AssignPositionMarginDecoder.amountMinorEncodingOffset());
        Reason refusal = refuses(account, instrument);
        if (refusal != Reason.NONE) return refusal;
        if (amountMinor == 0) return Reason.INVALID_AMOUNT;
        if (!positions.isIsolated(instrument, account)) return Reason.POSITION_NOT_ISOLATED;
        Instrument market = instruments.get(instrument);
        refusal = amountMinor > 0 ? in(market, account, amountMinor) : out(market, account, amountMinor);
        if (refusal != Reason.NONE) return refusal;

        own.move(market, account, amountMinor);
        own.tell(frame, market, account, amountMinor);
        return Reason.NONE;
    }

    private Reason in(Instrument market, int account, long amountMinor) {
        long had = own.totalMinor(market, account);
        boolean isFlat = positions.lots(market.number(), account) == 0;
        if (isFlat && amountMinor > Math.max(0, -had)) return Reason.POSITION_MISSING;
        if (amountMinor > margins.freeMinor(account, market.quoteAsset())) return Reason.INSUFFICIENT_MARGIN;
        return had > Long.MAX_VALUE - amountMinor ? Reason.VALUE_OVERFLOW : Reason.NONE;
    }

    private Reason out(Instrument market, int account, long amountMinor) {
        if (positions.lots(market.number(), account) == 0) return Reason.POSITION_MISSING;
        boolean isNeeded = amountMinor < -margins.unneededMinor(market, account);
        return isNeeded ? Reason.POSITION_MARGIN_NEEDED : Reason.NONE;
    }

    private Reason refuses(int account, int instrument) {
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        return instruments.get(instrument).isContract() ? Reason.NONE : Reason.NOT_A_CONTRACT;
    }
}
