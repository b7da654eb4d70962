package io.rialto.feeds.business;

import io.rialto.protocol.BlockScope;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskSeverity;
import io.rialto.protocol.SettlementOutcome;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.math.BigInteger;
import java.util.UUID;

/**
 * Something that happened, in the words of the business: what one or several events of a frame mean to those outside.
 *
 * <p>Immutable. Prices in ticks and quantities in lots of the instrument, money in the smallest unit of its asset, times in
 * nanoseconds UTC; numbers as the journal counts them. What concerns two accounts is told once for each of them.
 */
public sealed interface BusinessEvent {
    Origin origin();

    EventKind kind();

    default long sequence() {
        return origin().sequence();
    }

    default int index() {
        return origin().index();
    }

    default long timeNanos() {
        return origin().timeNanos();
    }

    /** Whom it concerns; 0: all, or nobody in particular. */
    default int account() {
        return 0;
    }

    /** 0: none. */
    default long order() {
        return 0;
    }

    /** 0: none. */
    default int instrument() {
        return 0;
    }

    /** Of the order that it is about, for as long as that lives; empty for none. */
    default String clientOrderId() {
        return "";
    }

    /** Why; NONE where there is nothing to say. */
    default Reason reason() {
        return Reason.NONE;
    }

    /**
     * Where in history a business event comes from. Sequence and index name it for good: the same journal tells the same
     * events under the same names every time.
     *
     * @param sequence of the frame
     * @param index counted from 0 among the frame's business events
     * @param timeNanos the frame's journal time, UTC
     * @param correlationHigh first half of the correlation id of the request that the frame answers; 0 in both halves: none
     * @param keyHigh first half of SHA-256 of the request's Idempotency-Key; 0 in both halves: none
     */
    record Origin(
            long sequence,
            int index,
            long timeNanos,
            long correlationHigh,
            long correlationLow,
            long keyHigh,
            long keyLow) {
        /** As the door told it to who asked; empty for none. */
        public String correlationId() {
            return (correlationHigh | correlationLow) == 0 ? "" : new UUID(correlationHigh, correlationLow).toString();
        }

        /** The first 16 bytes of SHA-256 of the Idempotency-Key, 32 hex digits; empty for none. */
        public String requestKey() {
            return (keyHigh | keyLow) == 0 ? "" : hex(keyHigh) + hex(keyLow);
        }

        private static String hex(long half) {
            String digits = Long.toHexString(half);
            return "0".repeat(16 - digits.length()) + digits;
        }
    }

    /** @param maker who made it: a person, a quote, or the venue */
    record OrderPlaced(
            Origin origin,
            int account,
            long order,
            int instrument,
            String clientOrderId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long priceTicks,
            long quantityLots,
            long quoteAmountMinor,
            Maker maker)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.ORDER_PLACED;
        }
    }

    /** Where an order comes from. */
    enum Maker {
        CLIENT,
        /** One side of a market maker's quote. */
        QUOTE,
        /** The venue itself, to bring a position closer to zero by a risk rule. */
        RISK,
        /** The venue itself, because the account is being liquidated. */
        LIQUIDATION
    }

    /** An order that is not there; its account and terms as they were asked for, sound or not. A side that is none is NULL_VAL. */
    record OrderRejected(
            Origin origin,
            int account,
            int instrument,
            String clientOrderId,
            Side side,
            long priceTicks,
            long quantityLots,
            Reason reason)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.ORDER_REJECTED;
        }
    }

    /**
     * Amended, triggered, cancelled or expired.
     *
     * @param openLots after it; of one that ended, what was open then
     * @param reason why it ended; else NONE
     */
    record OrderChanged(
            Origin origin,
            EventKind kind,
            int account,
            long order,
            int instrument,
            String clientOrderId,
            Side side,
            long priceTicks,
            long openLots,
            Reason reason)
            implements BusinessEvent {}

    /**
     * One side of a trade.
     *
     * @param openLots after it; 0 also for an order by quote amount
     * @param feeMinor below zero is a rebate
     */
    record OrderExecuted(
            Origin origin,
            EventKind kind,
            int account,
            long order,
            int instrument,
            String clientOrderId,
            Side side,
            long trade,
            long priceTicks,
            long quantityLots,
            long openLots,
            long feeMinor,
            boolean isMaker)
            implements BusinessEvent {}

    /** A trade without those who made it. */
    record TradeExecuted(Origin origin, int instrument, long trade, long priceTicks, long quantityLots, Side takerSide)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.TRADE_EXECUTED;
        }
    }

    /**
     * By average cost, fees apart: what the portfolio shows as realised, of this position alone. A position in an asset itself
     * is what trades made of it; deposits and withdrawals do not count.
     *
     * @param side BUY: it was long
     * @param realisedMinor since it was opened, in the quote asset; below zero is a loss
     */
    record PositionClosed(Origin origin, int account, int instrument, Side side, BigInteger realisedMinor)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.POSITION_CLOSED;
        }
    }

    /**
     * Measured and limit are in the unit of the rule's type.
     *
     * @param count the account's breaches of that version, this one included
     */
    record RiskLimitBreached(
            Origin origin,
            int account,
            int instrument,
            int rule,
            int version,
            RiskRuleType type,
            long measured,
            long limit,
            int count,
            RiskAction action,
            RiskSeverity severity)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.RISK_LIMIT_BREACHED;
        }
    }

    /**
     * @param instrument of an isolated position; 0 for the account's margin in an asset
     * @param asset of the account's margin; 0 for an isolated position
     * @param oldPercent 80, 90 or 100; 0: below all of them
     */
    record MarginCalled(
            Origin origin,
            EventKind kind,
            int account,
            int instrument,
            int asset,
            int oldPercent,
            int newPercent,
            long equityMinor,
            long maintenanceMinor)
            implements BusinessEvent {}

    /**
     * @param asset whose contracts are liquidated; 0 when it is one position's, or a step
     * @param order the venue's, of a step; 0 when lots changed hands without one
     * @param changeLots of a step without an order: bought; below zero sold
     */
    record Liquidation(
            Origin origin,
            EventKind kind,
            int account,
            int instrument,
            int asset,
            long order,
            long priceTicks,
            long changeLots)
            implements BusinessEvent {}

    /** An instrument was paused, or goes on. */
    record TradingStatus(Origin origin, EventKind kind, int instrument, Pause cause) implements BusinessEvent {}

    /** Why an instrument does not trade. */
    enum Pause {
        HALT,
        CANCEL_ONLY,
        /** By volatility; a call follows. */
        INTERRUPTION,
        SUSPENSION,
        KILL
    }

    /**
     * @param priceTicks what it traded at, or would have when it was extended; 0 for none
     * @param untilNanos when it ends at the earliest; 0 when somebody says so, or it ended
     */
    record Auction(
            Origin origin,
            EventKind kind,
            int instrument,
            CallKind call,
            long priceTicks,
            long volumeLots,
            long untilNanos)
            implements BusinessEvent {}

    /**
     * @param instrument 0: about the market as a whole
     * @param signal its number: the sequence
     * @param type such as SENTIMENT
     * @param score in ten-thousandths, -10,000..10,000: from -1 (as bad as can be) to 1
     * @param words printable, without control characters
     * @param observedNanos when the source saw it
     */
    record SignalArrived(
            Origin origin,
            int instrument,
            long signal,
            String source,
            String type,
            int score,
            String words,
            long observedNanos)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.SIGNAL_ARRIVED;
        }
    }

    /** @param priceTicks of an interruption or a cascade, the price that stopped it; else 0, as the bounds are */
    record MarketAlert(Origin origin, int instrument, Alert alert, long priceTicks, long lowTicks, long highTicks)
            implements BusinessEvent {
        @Override
        public EventKind kind() {
            return EventKind.MARKET_ALERT;
        }
    }

    /** What a market alert is about. */
    enum Alert {
        PRICE_RANGE,
        VELOCITY,
        CASCADE,
        CONTRACT_EXPIRED,
        DELISTING_ANNOUNCED,
        DELISTING_WITHDRAWN,
        CANCEL_ONLY,
        CLOSED,
        DELISTED
    }

    /** Of an account's net obligation of a day: above zero received, below zero delivered or paid; and what is left open. */
    record Settlement(
            Origin origin,
            EventKind kind,
            int account,
            int instrument,
            int day,
            SettlementOutcome outcome,
            long baseMinor,
            long quoteMinor,
            long openBaseMinor,
            long openQuoteMinor)
            implements BusinessEvent {}

    /**
     * One side of a trade that was taken back, or put in the place of one.
     *
     * @param trade the new one of a correction and of a reversal, else the one taken back
     * @param original the one taken back
     * @param side of the account in {@code original}
     */
    record TradeTakenBack(
            Origin origin,
            EventKind kind,
            int account,
            int instrument,
            long trade,
            long original,
            Side side,
            long priceTicks,
            long quantityLots)
            implements BusinessEvent {}

    /**
     * @param account 0 when it is about more or less than one account
     * @param target its number: of a firm, an account, a trader or a key
     * @param rule whose breach it was; 0: by hand
     */
    record AccountStatus(
            Origin origin, EventKind kind, int account, BlockScope scope, int target, Restriction restriction, int rule)
            implements BusinessEvent {}

    /** What somebody may not. */
    enum Restriction {
        /** New orders are refused. */
        SUSPENDED,
        /** Everything was cancelled, and nothing more is let in. */
        KILLED,
        /** Only what brings a position closer to zero. */
        REDUCING,
        HALTED,
        NONE
    }
}
