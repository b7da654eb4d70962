package io.rialto.engine.correction;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.settlement.KeptTrades;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.protocol.BustTradeDecoder;
import io.rialto.protocol.CorrectTradeDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Takes trades back: before their settlement as if they had not been, afterwards by the opposite trade. What they did to
 * prices, and to orders that saw them, stays.
 *
 * <p>Money in minor units. Threading: the core's thread only.
 */
final class BustDesk {
    private final Instruments instruments;
    private final Balances balances;
    private final Treasury treasury;
    private final Fills fills;
    private final PositionMoves moves;
    private final SettlementRoom settlement;
    private final KeptTrades kept;
    private final TapedBusts taped;
    private final BustEvents events;
    private TradesTakenBack sharers;

    BustDesk(
            Instruments instruments,
            Balances balances,
            Treasury treasury,
            Fills fills,
            PositionMoves moves,
            SettlementRoom settlement,
            TapedBusts taped,
            BustEvents events) {
        this.instruments = instruments;
        this.balances = balances;
        this.treasury = treasury;
        this.fills = fills;
        this.moves = moves;
        this.settlement = settlement;
        this.taped = taped;
        this.events = events;
        kept = settlement.kept();
    }

    void asks(TradesTakenBack other) {
        sharers = other;
    }

    Reason bust(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        long number = buffer.getLong(at + BustTradeDecoder.tradeEncodingOffset());
        int code = buffer.getByte(at + BustTradeDecoder.isSettledEncodingOffset()) & 0xFF;
        if (code > 1) return Reason.INVALID_COMBINATION;
        Reason refusal = check(frame, number, code == 1);
        if (refusal != Reason.NONE) return refusal;
        if (kept.find(number) == KeptTrades.NONE) return bustTaped(frame, number);
        Trade trade = kept.at(kept.find(number));
        Instrument market = instruments.get(trade.instrument);
        if (code == 1) return trade.isGivenUp ? Reason.TRADE_GIVEN_UP : reverse(frame, market, trade);
        refusal = sharers.refusal(market, trade);
        if (refusal != Reason.NONE) return refusal;
        if (!canRefund(market, quoteFee(trade), baseFee(trade))) return Reason.INSUFFICIENT_FUNDS;
        undo(frame, market, trade);
        return Reason.NONE;
    }

    private Reason bustTaped(Frame frame, long number) {
        if (taped.isContract()) return sharers.isGivenUp(number) ? Reason.TRADE_GIVEN_UP : done(taped.bust(frame));
        Trade trade = taped.settled();
        return reverse(frame, instruments.get(trade.instrument), trade);
    }

    private Reason correctTaped(Frame frame, long number, long ticks, long lots) {
        return sharers.isGivenUp(number) ? Reason.TRADE_GIVEN_UP : done(taped.correct(frame, ticks, lots));
    }

    /** Of a contract's trade: who offered it does so in vain when it was taken back. */
    private Reason done(Reason refusal) {
        if (refusal == Reason.NONE) sharers.takenBack();
        return refusal;
    }

    Reason correct(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        long number = buffer.getLong(at + CorrectTradeDecoder.tradeEncodingOffset());
        long ticks = buffer.getLong(at + CorrectTradeDecoder.priceTicksEncodingOffset());
        long lots = buffer.getLong(at + CorrectTradeDecoder.quantityLotsEncodingOffset());
        Reason refusal = check(frame, number, false);
        if (refusal != Reason.NONE) return refusal;
        if (kept.find(number) == KeptTrades.NONE) return correctTaped(frame, number, ticks, lots);
        Trade trade = kept.at(kept.find(number));
        Instrument market = instruments.get(trade.instrument);
        if (trade.isGivenUp) return Reason.TRADE_GIVEN_UP;
        if (ticks <= 0) return Reason.PRICE_NOT_POSITIVE;
        if (lots <= 0) return Reason.QUANTITY_BELOW_MINIMUM;
        if (ticks == trade.priceTicks && lots == trade.lots) return Reason.WOULD_CHANGE_NOTHING;
        Correction terms = new Correction(market, trade, ticks, lots);
        if (!terms.fits()) return Reason.VALUE_OVERFLOW;
        refusal = checkFunds(market, trade, terms);
        if (refusal != Reason.NONE) return refusal;
        undo(frame, market, trade);
        redo(frame, market, trade, terms);
        return Reason.NONE;
    }

    private Reason check(Frame frame, long number, boolean isSettled) {
        int place = kept.find(number);
        if (place == KeptTrades.NONE) return taped.check(frame, number, isSettled);
        Trade trade = kept.at(place);
        if (trade.isBusted) return Reason.TRADE_BUSTED;
        boolean wasSettled =
                !trade.isNovated || trade.day <= settlement.novations().lastSettledDay();
        if (wasSettled != isSettled) return wasSettled ? Reason.TRADE_SETTLED : Reason.TRADE_NOT_SETTLED;
        Instrument market = instruments.get(trade.instrument);
        boolean isSameTick = market.parameter(InstrumentParameter.TICK) == trade.tickStep;
        boolean isSameLot = market.parameter(InstrumentParameter.LOT) == trade.lotStep;
        return isSameTick && isSameLot ? Reason.NONE : Reason.TRADE_IN_OTHER_STEPS;
    }

    private static long quoteFee(Trade trade) {
        return trade.buyerOwes - trade.sellerReceives;
    }

    private static long baseFee(Trade trade) {
        return trade.sellerOwes - trade.buyerReceives;
    }

    /** Whether fee income has so much to give back. */
    private boolean canRefund(Instrument market, long quoteMinor, long baseMinor) {
        boolean hasQuote = quoteMinor <= Math.max(0, balances.total(treasury.incomeCell(market.quoteAsset())));
        return hasQuote && baseMinor <= Math.max(0, balances.total(treasury.incomeCell(market.baseAsset())));
    }

    private Reason checkFunds(Instrument market, Trade trade, Correction terms) {
        boolean canRefund = canRefund(
                market,
                quoteFee(trade) - terms.buyerOwes + terms.sellerReceives,
                baseFee(trade) - terms.baseMinor + terms.buyerReceives);
        long buyerHas = balances.available(balances.cell(trade.buyer, market.quoteAsset()));
        boolean canPay = terms.buyerOwes <= buyerHas + Math.max(0, trade.buyerOwes);
        long more = terms.baseMinor - trade.sellerOwes;
        terms.isPromised = trade.heldMinor == 0 && (more <= 0 || treasury.hasRoomFor(market.baseAsset(), more));
        long sellerHas = balances.available(balances.cell(trade.seller, market.baseAsset()));
        boolean canDeliver = terms.isPromised || terms.baseMinor <= sellerHas + trade.heldMinor;
        return canRefund && canPay && canDeliver ? Reason.NONE : Reason.INSUFFICIENT_FUNDS;
    }

    private void undo(Frame frame, Instrument market, Trade trade) {
        sharers.takeBack(frame, market, trade);
        settlement.novations().book(market, trade, -1);
        moves.move(market, trade.seller, trade.buyer, trade.lots);
        if (trade.isVolume) {
            market.charges().tariff().busted(trade.buyer, trade.notionalMinor, trade.madeOn);
            market.charges().tariff().busted(trade.seller, trade.notionalMinor, trade.madeOn);
        }
        trade.isBusted = true;
        taped.busted(trade.number);
        events.busted(frame, trade);
    }

    private void redo(Frame frame, Instrument market, Trade original, Correction terms) {
        Trade trade = settlement
                .novations()
                .keep(market, fills.nextTrade(), original.buyer, original.seller, frame.timeNanos());
        trade.isNovated = true;
        trade.day = original.day;
        trade.priceTicks = terms.priceTicks;
        trade.lots = terms.lots;
        trade.notionalMinor = terms.notionalMinor;
        trade.buyerOwes = terms.buyerOwes;
        trade.buyerReceives = terms.buyerReceives;
        trade.sellerOwes = terms.baseMinor;
        trade.sellerReceives = terms.sellerReceives;
        trade.heldMinor = terms.isPromised ? 0 : terms.baseMinor;
        trade.isVolume = original.isVolume;
        settlement.novations().book(market, trade, 1);
        moves.move(market, trade.buyer, trade.seller, trade.lots);
        if (trade.isVolume) {
            trade.madeOn = (int) market.charges().tariff().day(trade.buyer);
            market.charges().tariff().traded(trade.buyer, trade.notionalMinor);
            market.charges().tariff().traded(trade.seller, trade.notionalMinor);
        }
        taped.corrected(trade, frame.timeNanos());
        events.corrected(frame, trade, original.number);
    }

    private Reason reverse(Frame frame, Instrument market, Trade trade) {
        int buyerBase = balances.cell(trade.buyer, market.baseAsset());
        int sellerQuote = balances.cell(trade.seller, market.quoteAsset());
        boolean isThere = balances.available(buyerBase) >= trade.sellerOwes
                && balances.available(sellerQuote) >= trade.notionalMinor;
        if (!isThere) return Reason.INSUFFICIENT_FUNDS;
        balances.post(buyerBase, balances.cell(trade.seller, market.baseAsset()), trade.sellerOwes);
        balances.post(sellerQuote, balances.cell(trade.buyer, market.quoteAsset()), trade.notionalMinor);
        balances.verify(buyerBase);
        balances.verify(sellerQuote);
        moves.move(market, trade.seller, trade.buyer, trade.lots);
        trade.isBusted = true;
        taped.busted(trade.number);
        events.reversed(frame, trade, fills.nextTrade());
        return Reason.NONE;
    }
}
