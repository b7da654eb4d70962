package io.rialto.feeds;

import io.rialto.protocol.AccountOpenedEncoder;
import io.rialto.protocol.AssetListedEncoder;
import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.DepositBegunEncoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentChangedEncoder;
import io.rialto.protocol.InstrumentListedEncoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.MarkPriceSetEncoder;
import io.rialto.protocol.MatchPreventedEncoder;
import io.rialto.protocol.ObligationSettledEncoder;
import io.rialto.protocol.OrderAcceptedEncoder;
import io.rialto.protocol.OrderAmendedEncoder;
import io.rialto.protocol.OrderCancelledEncoder;
import io.rialto.protocol.OrderExpiredEncoder;
import io.rialto.protocol.OrderRestedEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RequestFencedEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.SettlementOutcome;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TradeBustedEncoder;
import io.rialto.protocol.TradeCorrectedEncoder;
import io.rialto.protocol.TradeExecutedEncoder;
import io.rialto.protocol.TradeNovatedEncoder;
import io.rialto.protocol.frame.Frame;

/** The events of a frame under construction, in the order in which they are told. */
final class Told {
    /** An order as the tests speak of it. */
    record Order(long number, int account, int instrument, Side side, long priceTicks, long lots) {
        Order at(long otherPriceTicks) {
            return new Order(number, account, instrument, side, otherPriceTicks, lots);
        }

        Order of(long otherLots) {
            return new Order(number, account, instrument, side, priceTicks, otherLots);
        }
    }

    /** What a fill moved besides lots and price; zeros unless a test is about money. */
    record Money(
            long notionalMinor,
            long baseMinor,
            long makerFeeMinor,
            long takerFeeMinor,
            long makerReleasedMinor,
            long takerReleasedMinor,
            FeePolicy policy) {
        static final Money NONE = new Money(0, 0, 0, 0, 0, 0, FeePolicy.RECEIVED);
    }

    private final Frame frame;

    Told(Frame frame) {
        this.frame = frame;
    }

    /** A trade settles later: the seller owes base, the buyer the price of it; both is held already. */
    Told novated(long trade, int buyer, int seller, long baseMinor, long quoteMinor, int day) {
        frame.claimEvent(new TradeNovatedEncoder())
                .trade(trade)
                .buyerOwesMinor(quoteMinor)
                .buyerReceivesMinor(baseMinor)
                .sellerOwesMinor(baseMinor)
                .sellerReceivesMinor(quoteMinor)
                .heldMinor(baseMinor)
                .settlementDay(day)
                .buyer(buyer)
                .seller(seller)
                .instrument(1);
        return this;
    }

    /** What moved of an account's obligation, what stays open of it, and how often that was. */
    Told settled(int account, long baseMinor, long quoteMinor, long openBase, long openQuote, int cycles, int day) {
        boolean isNothing = baseMinor == 0 && quoteMinor == 0;
        boolean isWhole = openBase == 0 && openQuote == 0;
        frame.claimEvent(new ObligationSettledEncoder())
                .baseMinor(baseMinor)
                .quoteMinor(quoteMinor)
                .openBaseMinor(openBase)
                .openQuoteMinor(openQuote)
                .day(day)
                .instrument(1)
                .account(account)
                .cycles(cycles)
                .outcome(
                        isWhole
                                ? SettlementOutcome.SETTLED
                                : isNothing ? SettlementOutcome.FAILED : SettlementOutcome.PARTIAL);
        return this;
    }

    Told rejected(Reason reason) {
        frame.claimEvent(new CommandRejectedEncoder()).reason(reason).originalSequence(0);
        return this;
    }

    Told assetListed(int asset, String code, int scale) {
        frame.claimEvent(new AssetListedEncoder()).asset(asset).code(code).scale((short) scale);
        return this;
    }

    Told instrumentListed(int instrument, String symbol) {
        frame.claimEvent(new InstrumentListedEncoder()).instrument(instrument).symbol(symbol);
        return this;
    }

    Told accountOpened(int account, int firm) {
        frame.claimEvent(new AccountOpenedEncoder())
                .account(account)
                .firm(firm)
                .tradeGroup(account)
                .selfTradePrevention(SelfTradePrevention.CANCEL_NEWEST);
        return this;
    }

    /** Any of the seven events of money in and out: they share one layout. */
    Told funds(int templateId, long transfer, int account, int asset, long amountMinor) {
        new DepositBegunEncoder()
                .wrap(frame.buffer(), claim(templateId, DepositBegunEncoder.BLOCK_LENGTH))
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
        return this;
    }

    Told accepted(Order order, long holdMinor) {
        return accepted(order, holdMinor, OrderType.LIMIT, TimeInForce.GTC);
    }

    Told accepted(Order order, long holdMinor, OrderType type, TimeInForce timeInForce) {
        frame.claimEvent(new OrderAcceptedEncoder())
                .order(order.number())
                .priceTicks(order.priceTicks())
                .quantityLots(order.lots())
                .holdMinor(holdMinor)
                .account(order.account())
                .instrument(order.instrument())
                .side(order.side())
                .orderType(type)
                .timeInForce(timeInForce)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.CANCEL_NEWEST);
        return this;
    }

    /** With the order's lots open. */
    Told rested(Order order) {
        frame.claimEvent(new OrderRestedEncoder())
                .order(order.number())
                .priceTicks(order.priceTicks())
                .openLots(order.lots())
                .account(order.account())
                .instrument(order.instrument())
                .side(order.side());
        return this;
    }

    Told traded(long trade, Order maker, Order taker, long lots, long makerOpen, long takerOpen, Money money) {
        frame.claimEvent(new TradeExecutedEncoder())
                .trade(trade)
                .makerOrder(maker.number())
                .takerOrder(taker.number())
                .priceTicks(maker.priceTicks())
                .quantityLots(lots)
                .notionalMinor(money.notionalMinor())
                .baseMinor(money.baseMinor())
                .makerFeeMinor(money.makerFeeMinor())
                .takerFeeMinor(money.takerFeeMinor())
                .makerReleasedMinor(money.makerReleasedMinor())
                .takerReleasedMinor(money.takerReleasedMinor())
                .makerOpenLots(makerOpen)
                .takerOpenLots(takerOpen)
                .makerAccount(maker.account())
                .takerAccount(taker.account())
                .instrument(maker.instrument())
                .takerSide(taker.side())
                .feePolicy(money.policy());
        return this;
    }

    /** A trade is taken back, without money. */
    Told busted(long trade, long priceTicks, long lots, int buyer, int seller) {
        frame.claimEvent(new TradeBustedEncoder())
                .trade(trade)
                .priceTicks(priceTicks)
                .quantityLots(lots)
                .notionalMinor(0)
                .buyerOwesMinor(0)
                .buyerReceivesMinor(0)
                .sellerOwesMinor(0)
                .sellerReceivesMinor(0)
                .heldMinor(0)
                .settlementDay(0)
                .madeOnDay(0)
                .countedVolume((short) 0)
                .buyer(buyer)
                .seller(seller)
                .instrument(1);
        return this;
    }

    /** Another trade stands in its place. */
    Told corrected(long trade, long original, long priceTicks, long lots, long notionalMinor, int buyer, int seller) {
        frame.claimEvent(new TradeCorrectedEncoder())
                .trade(trade)
                .original(original)
                .priceTicks(priceTicks)
                .quantityLots(lots)
                .notionalMinor(notionalMinor)
                .buyerOwesMinor(0)
                .buyerReceivesMinor(0)
                .sellerOwesMinor(0)
                .sellerReceivesMinor(0)
                .heldMinor(0)
                .settlementDay(0)
                .madeOnDay(0)
                .countedVolume((short) 0)
                .buyer(buyer)
                .seller(seller)
                .instrument(1);
        return this;
    }

    /** @param value of a step: its mantissa times a hundred and its decimal places */
    Told stepChanged(InstrumentParameter step, long value) {
        frame.claimEvent(new InstrumentChangedEncoder())
                .instrument(1)
                .parameter(step)
                .oldValue(InstrumentChangedEncoder.oldValueNullValue())
                .newValue(value);
        return this;
    }

    Told prevented(
            SelfTradePrevention mode,
            Order maker,
            Order taker,
            long lots,
            long makerOpen,
            long takerOpen,
            long makerReleasedMinor,
            long takerReleasedMinor) {
        frame.claimEvent(new MatchPreventedEncoder())
                .makerOrder(maker.number())
                .takerOrder(taker.number())
                .priceTicks(maker.priceTicks())
                .quantityLots(lots)
                .makerReleasedMinor(makerReleasedMinor)
                .takerReleasedMinor(takerReleasedMinor)
                .makerOpenLots(makerOpen)
                .takerOpenLots(takerOpen)
                .instrument(maker.instrument())
                .makerAccount(maker.account())
                .takerAccount(taker.account())
                .mode(mode)
                .takerSide(taker.side());
        return this;
    }

    Told cancelled(Order order, long openLots, long releasedMinor) {
        frame.claimEvent(new OrderCancelledEncoder())
                .order(order.number())
                .priceTicks(order.priceTicks())
                .openLots(openLots)
                .releasedMinor(releasedMinor)
                .account(order.account())
                .instrument(order.instrument())
                .reason(Reason.REQUESTED_BY_OWNER)
                .side(order.side())
                .wasResting((short) 1);
        return this;
    }

    Told expired(Order order, long openLots, long releasedMinor, Reason reason, boolean wasResting) {
        frame.claimEvent(new OrderExpiredEncoder())
                .order(order.number())
                .priceTicks(order.priceTicks())
                .openLots(openLots)
                .releasedMinor(releasedMinor)
                .account(order.account())
                .instrument(order.instrument())
                .reason(reason)
                .side(order.side())
                .wasResting((short) (wasResting ? 1 : 0));
        return this;
    }

    Told amended(
            Order before,
            long oldOpen,
            Order after,
            long newOpen,
            int version,
            boolean priorityKept,
            long holdChangeMinor) {
        frame.claimEvent(new OrderAmendedEncoder())
                .order(before.number())
                .oldPriceTicks(before.priceTicks())
                .newPriceTicks(after.priceTicks())
                .oldOpenLots(oldOpen)
                .newOpenLots(newOpen)
                .newQuantityLots(after.lots())
                .holdChangeMinor(holdChangeMinor)
                .account(before.account())
                .instrument(before.instrument())
                .version(version)
                .side(before.side())
                .priorityKept((short) (priorityKept ? 1 : 0));
        return this;
    }

    Told fenced(int account, long keyHigh, long keyLow) {
        frame.claimEvent(new RequestFencedEncoder())
                .account(account)
                .keyHigh(keyHigh)
                .keyLow(keyLow);
        return this;
    }

    Told marked(int instrument, long priceTicks) {
        frame.claimEvent(new MarkPriceSetEncoder())
                .instrument(instrument)
                .oldPriceTicks(0)
                .priceTicks(priceTicks);
        return this;
    }

    /** An event that no version of the schema knows. */
    Told somethingNew() {
        claim(999, Long.BYTES);
        return this;
    }

    private int claim(int templateId, int blockLength) {
        return frame.claimEvent(
                templateId, blockLength, OrderAcceptedEncoder.SCHEMA_ID, OrderAcceptedEncoder.SCHEMA_VERSION);
    }
}
