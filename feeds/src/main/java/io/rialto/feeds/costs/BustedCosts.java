package io.rialto.feeds.costs;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.SettlementTermsSetDecoder;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import org.agrona.DirectBuffer;

/**
 * What becomes of costs when trades are taken back, and of what changes hands without a trade of orders.
 *
 * <p>Threading: the writing thread.
 */
public final class BustedCosts {
    private final ListingFeed listings;
    private final PositionCosts.Of costs;
    private final BitSet possible = new BitSet(); // by instrument
    private final SettlementTermsSetDecoder terms = new SettlementTermsSetDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private final PositionCosts.GivenUp givenUp;
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();

    public BustedCosts(ListingFeed listings, PositionCosts.Of costs) {
        this.listings = listings;
        this.costs = costs;
        givenUp = new PositionCosts.GivenUp(listings, costs);
    }

    /** Whether trades of the instrument can be taken back. */
    public boolean arePossible(int instrument) {
        return possible.get(instrument);
    }

    /** False when the event is about something else. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case SettlementTermsSetDecoder.TEMPLATE_ID ->
                possible.set(terms.wrap(buffer, at, length, version).instrument());
            case TradeBustedDecoder.TEMPLATE_ID -> onBusted(busted.wrap(buffer, at, length, version), frame.sequence());
            case TradeCorrectedDecoder.TEMPLATE_ID ->
                onCorrected(corrected.wrap(buffer, at, length, version), frame.sequence());
            case TradeReversedDecoder.TEMPLATE_ID -> {
                var event = reversed.wrap(buffer, at, length, version);
                sold(
                        event.instrument(),
                        event.seller(),
                        event.buyer(),
                        event.trade(),
                        event.baseMinor(),
                        event.quoteMinor(),
                        frame.sequence());
            }
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                var event = contractBusted.wrap(buffer, at, length, version);
                paid(event.buyer(), event.instrument(), -event.buyerFeeMinor());
                paid(event.seller(), event.instrument(), -event.sellerFeeMinor());
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = contractCorrected.wrap(buffer, at, length, version);
                paid(event.buyer(), event.instrument(), event.buyerFeeMinor());
                paid(event.seller(), event.instrument(), event.sellerFeeMinor());
            }
            case BoughtInDecoder.TEMPLATE_ID -> {
                var event = boughtIn.wrap(buffer, at, length, version);
                sold(
                        event.instrument(),
                        event.supplier(),
                        event.account(),
                        0,
                        event.baseMinor(),
                        event.quoteMinor(),
                        frame.sequence());
            }
            default -> {
                return givenUp.read(frame);
            }
        }
        return true;
    }

    private void paid(int account, int contract, long feeMinor) {
        costs.costs(account, contract).paid(BigInteger.valueOf(feeMinor));
    }

    /** From that trade on the costs of both are worked out again, as if it had not been. */
    private void onBusted(TradeBustedDecoder event, long sequence) {
        PositionCosts buyer = costs.costs(event.buyer(), event.instrument());
        PositionCosts seller = costs.costs(event.seller(), event.instrument());
        buyer.takeBack(event.trade());
        seller.takeBack(event.trade());
        buyer.paid(BigInteger.valueOf(-buyersFee(event)));
        seller.paid(BigInteger.valueOf(event.sellerReceivesMinor() - event.notionalMinor()));
        buyer.changedSequence(sequence);
        seller.changedSequence(sequence);
    }

    /** In quote; one in base is worth what it would be at the price of the trade. */
    private static long buyersFee(TradeBustedDecoder event) {
        long inBase = event.sellerOwesMinor() - event.buyerReceivesMinor();
        if (inBase == 0) return event.buyerOwesMinor() - event.notionalMinor();
        return worth(inBase, event.notionalMinor(), event.sellerOwesMinor());
    }

    private static long worth(long baseMinor, long notionalMinor, long ofBaseMinor) {
        BigInteger worth = BigInteger.valueOf(notionalMinor)
                .multiply(BigInteger.valueOf(Math.abs(baseMinor)))
                .divide(BigInteger.valueOf(ofBaseMinor));
        return baseMinor > 0 ? worth.longValueExact() : -worth.longValueExact();
    }

    private void onCorrected(TradeCorrectedDecoder event, long sequence) {
        int instrument = event.instrument();
        long notional = event.notionalMinor();
        sold(instrument, event.seller(), event.buyer(), event.trade(), event.sellerOwesMinor(), notional, sequence);
        PositionCosts buyer = costs.costs(event.buyer(), instrument);
        long inBase = event.sellerOwesMinor() - event.buyerReceivesMinor();
        long fee = inBase == 0 ? event.buyerOwesMinor() - notional : worth(inBase, notional, event.sellerOwesMinor());
        if (inBase != 0) {
            Instrument market = listings.instrument(instrument);
            BigDecimal by = BigDecimal.valueOf(-inBase, market.base().scale());
            buyer.trade(event.trade(), by, BigInteger.valueOf(Math.abs(fee)));
        }
        buyer.paid(BigInteger.valueOf(fee));
        costs.costs(event.seller(), instrument).paid(BigInteger.valueOf(notional - event.sellerReceivesMinor()));
    }

    private void sold(
            int instrument, int seller, int buyer, long trade, long baseMinor, long quoteMinor, long sequence) {
        if (seller == buyer) return;
        Instrument market = listings.instrument(instrument);
        BigDecimal base = BigDecimal.valueOf(baseMinor, market.base().scale());
        PositionCosts bought = costs.costs(buyer, instrument);
        PositionCosts sold = costs.costs(seller, instrument);
        bought.trade(trade, base, BigInteger.valueOf(quoteMinor));
        sold.trade(trade, base.negate(), BigInteger.valueOf(quoteMinor));
        bought.changedSequence(sequence);
        sold.changedSequence(sequence);
    }
}
