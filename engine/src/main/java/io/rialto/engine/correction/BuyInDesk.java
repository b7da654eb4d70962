package io.rialto.engine.correction;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.pricing.LotValue;
import io.rialto.engine.settlement.Obligations;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.protocol.BoughtInEncoder;
import io.rialto.protocol.BuyInDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Buys from a supplier, at once and for the failing member's money, what that one did not deliver; the next cycle delivers
 * it.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing once warm.
 */
final class BuyInDesk {
    private final Accounts accounts;
    private final Instruments instruments;
    private final Balances balances;
    private final PositionMoves moves;
    private final SettlementRoom settlement;
    private final Obligations obligations;
    private final BoughtInEncoder boughtIn = new BoughtInEncoder();

    BuyInDesk(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            PositionMoves moves,
            SettlementRoom settlement) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.balances = balances;
        this.moves = moves;
        this.settlement = settlement;
        obligations = settlement.obligations();
    }

    Reason buyIn(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + BuyInDecoder.instrumentEncodingOffset());
        int account = buffer.getInt(at + BuyInDecoder.accountEncodingOffset());
        int supplier = buffer.getInt(at + BuyInDecoder.supplierEncodingOffset());
        long askedTicks = buffer.getLong(at + BuyInDecoder.priceTicksEncodingOffset());
        if (!accounts.isOpen(account) || !accounts.isOpen(supplier)) return Reason.UNKNOWN_ACCOUNT;
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (account == supplier) return Reason.INVALID_COMBINATION;
        if (askedTicks < 0) return Reason.PRICE_NOT_POSITIVE;
        Instrument market = instruments.get(instrument);
        long missing = obligations.missing(instrument, account);
        if (missing == 0) return Reason.NOTHING_TO_BUY_IN;
        int needed = settlement.buyInCycles(market);
        if (needed == 0 || obligations.failedCycles(instrument, account) < needed) return Reason.BUY_IN_TOO_EARLY;
        long ticks = askedTicks == 0 ? referenceTicks(market) : askedTicks;
        return ticks == 0 ? Reason.NO_REFERENCE_PRICE : buyIn(frame, market, account, supplier, ticks, missing);
    }

    private static long referenceTicks(Instrument market) {
        if (market.lastTradeTicks() != 0) return market.lastTradeTicks();
        return market.referencePriceTicks() == Instrument.NONE ? 0 : market.referencePriceTicks();
    }

    private Reason buyIn(Frame frame, Instrument market, int account, int supplier, long ticks, long missing) {
        long lots = (missing - 1) / market.lotBaseMinor() + 1;
        long base = LotValue.product(lots, market.lotBaseMinor());
        long quote = market.lotValue().traded(ticks, lots);
        if (base == LotValue.OVERFLOW || quote == LotValue.OVERFLOW) return Reason.VALUE_OVERFLOW;
        int supplierBase = balances.cell(supplier, market.baseAsset());
        int payerQuote = balances.cell(account, market.quoteAsset());
        boolean isThere = balances.available(supplierBase) >= base && balances.available(payerQuote) >= quote;
        if (!isThere) return Reason.INSUFFICIENT_FUNDS;
        int payerBase = balances.cell(account, market.baseAsset());
        balances.post(supplierBase, payerBase, base);
        balances.post(payerQuote, balances.cell(supplier, market.quoteAsset()), quote);
        balances.hold(payerBase, missing);
        obligations.cover(market.number(), account, missing);
        moves.move(market, account, supplier, lots);
        balances.verify(payerBase);
        frame.claimEvent(boughtIn)
                .priceTicks(ticks)
                .quantityLots(lots)
                .baseMinor(base)
                .quoteMinor(quote)
                .heldMinor(missing)
                .instrument(market.number())
                .account(account)
                .supplier(supplier);
        return Reason.NONE;
    }
}
