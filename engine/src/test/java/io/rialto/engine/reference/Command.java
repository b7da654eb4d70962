package io.rialto.engine.reference;

import java.util.List;

/**
 * A command as the reference and the flow see it: plain values, enums as their wire codes so that a hostile code can be
 * said too. Units as in the schema; an order or transfer below zero names the step that made it (see the simulation).
 */
public sealed interface Command {
    /** Null of an optional 64-bit field. */
    long NULL = Long.MIN_VALUE;

    record ListAsset(String code, int scale) implements Command {}

    record ListInstrument(
            String symbol,
            int baseAsset,
            int quoteAsset,
            long tickMantissa,
            long lotMantissa,
            long minLots,
            long maxLots,
            long minNotional,
            long collarTicks,
            long referenceTicks,
            int makerFeeRate,
            int takerFeeRate,
            int tickScale,
            int lotScale,
            int feePolicy,
            int marketRemainder,
            int feeIncomeMayBeNegative)
            implements Command {}

    record OpenAccount(int firm, int tradeGroup, int selfTradePrevention) implements Command {}

    enum Begin {
        DEPOSIT,
        BEGIN_DEPOSIT,
        BEGIN_WITHDRAWAL
    }

    record BeginTransfer(Begin kind, int account, int asset, long amountMinor) implements Command {}

    enum End {
        COMPLETE_DEPOSIT,
        CANCEL_DEPOSIT,
        COMPLETE_WITHDRAWAL,
        CANCEL_WITHDRAWAL
    }

    record EndTransfer(End kind, long transfer) implements Command {}

    record NewOrder(
            int account,
            int instrument,
            long priceTicks,
            long quantityLots,
            long quoteAmountMinor,
            int side,
            int orderType,
            int timeInForce,
            int postOnly,
            int selfTradePrevention,
            String clientOrderId)
            implements Command {}

    /** What a special order has beyond a plain one; {@link #PLAIN} has nothing. */
    record SpecialTerms(
            long triggerTicks,
            long activationTicks,
            long trailingTicks,
            long displayLots,
            long displayRangeLots,
            long minQuantityLots,
            long pegOffsetTicks,
            long expireTimeNanos,
            int trailingBps,
            int triggerSource,
            int pegReference,
            int hidden,
            int allOrNone,
            int reduceOnly,
            int exempt) {
        public static final SpecialTerms PLAIN = new SpecialTerms(NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    record NewSpecialOrder(NewOrder order, SpecialTerms terms) implements Command {}

    record CancelOrder(int account, long order) implements Command {}

    record CancelAll(int account, int instrument, int side) implements Command {}

    record AmendOrder(int account, long order, long priceTicks, long quantityLots) implements Command {}

    /** The parameter as its wire code. */
    record ChangeInstrument(int instrument, int parameter, long value) implements Command {}

    record AmendDisplay(int account, long order, long displayLots) implements Command {}

    /** Parts of a larger command are whole commands. */
    record ReplaceOrder(int account, long order, int mode, Command replacement) implements Command {}

    record OrderBatch(int account, int mode, List<Command> operations) implements Command {}

    record NewOrderList(int account, int kind, int childPolicy, int childOnPartialCancel, List<Command> legs)
            implements Command {}

    record Quote(int instrument, long bidTicks, long bidLots, long askTicks, long askLots) implements Command {}

    record MassQuote(int account, List<Quote> quotes) implements Command {}

    record SetQuoteProtection(
            int account, int instrument, long windowNanos, long maxLots, int maxFills, long maxValueMinor)
            implements Command {}

    /** With instrument 0 a group's, with group 0 too everything of the account. */
    record ProtectQuotes(
            int account,
            int instrument,
            int group,
            long windowNanos,
            long maxLots,
            int maxFills,
            long maxValueMinor,
            long maxDeltaLots,
            int valueAsset)
            implements Command {}

    record AssignQuoteGroup(int account, int instrument, int group, int deltaWeightBps) implements Command {}

    record ResetQuotes(int account) implements Command {}

    record TestOrder(int account, Command order) implements Command {}
    /** Phases and kinds of call as their wire codes. */
    record ChangePhase(int instrument, int phase, long plannedNanos) implements Command {}

    record StartCall(
            int instrument,
            int kind,
            int next,
            long durationNanos,
            long windowNanos,
            long seedHash1,
            long seedHash2,
            long seedHash3,
            long seedHash4)
            implements Command {}

    record RevealSeed(int instrument, long seedHigh, long seedLow) implements Command {}
    /** Of those who guard the market. */
    non-sealed interface Control extends Command {}
    /** Of contracts and their margin. */
    non-sealed interface Margin extends Command {}
    /** Of clearing and settlement. */
    non-sealed interface Clearing extends Command {}

    record AssignLead(int instrument, int account, int shareBps) implements Command {}

    record SetMarkPrice(int instrument, long priceTicks) implements Command {}

    record AmendTrigger(int account, long order, long triggerTicks, long priceTicks, long quantityLots)
            implements Command {}

    /** The type as its wire code; texts may be anything. */
    record RecordSignal(long observedNanos, int instrument, int score, int type, String source, String words)
            implements Command {}

    record Tick() implements Command {}

    record Fence(int account, long keyHigh, long keyLow) implements Command {}

    record Unknown(int commandType) implements Command {}

    /** Who asked, and how the same request is known again; no Request part at all is null. */
    record Asked(long keyHigh, long keyLow, long bodyHash, int actor, int trader, int key, int session) {
        public Asked(long keyHigh, long keyLow, long bodyHash, int actor) {
            this(keyHigh, keyLow, bodyHash, actor, 0, 0, 0);
        }
    }
}
