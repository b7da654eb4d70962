package io.rialto.feeds.business;

/** Every kind of business event, one closed list. */
public enum EventKind {
    /** The venue took an order: it exists from here on. */
    ORDER_PLACED,
    /** An order that was asked for does not exist: a rule refused it. */
    ORDER_REJECTED,
    /** Its owner gave an open order another price or quantity. */
    ORDER_AMENDED,
    /** A stop, take-profit or trailing order was elected and works from here on. */
    ORDER_TRIGGERED,
    /** A fill that leaves something open. */
    ORDER_PARTIALLY_FILLED,
    /** The fill that leaves nothing open. */
    ORDER_FILLED,
    /** Ended by a cancel of its owner or of the venue. */
    ORDER_CANCELLED,
    /** Ended by its own terms, or by a rule. */
    ORDER_EXPIRED,
    /** What all may see of a trade: the price of an instrument. */
    TRADE_EXECUTED,
    /** A position came to zero, or to the other side; tells what it realised. */
    POSITION_CLOSED,
    RISK_LIMIT_BREACHED,
    /** Maintenance came to a higher share of equity: 80, 90 or 100 per cent. */
    MARGIN_CALLED,
    /** It fell to a lower share, or below all of them. */
    MARGIN_CALL_MET,
    LIQUIDATION_STARTED,
    /** An order of the venue's own making, or lots that changed hands without one. */
    LIQUIDATION_STEP,
    LIQUIDATION_ENDED,
    /** An instrument does not trade, for a cause other than its hours. */
    TRADING_PAUSED,
    TRADING_RESUMED,
    AUCTION_STARTED,
    AUCTION_EXTENDED,
    /** With a price, or without one when nothing traded. */
    AUCTION_ENDED,
    /** A fact of the world outside, a sentiment score among them. */
    SIGNAL_ARRIVED,
    /** A volatility interruption, a stopped cascade, an expiry, a step out of the venue. */
    MARKET_ALERT,
    SETTLEMENT_COMPLETED,
    /** All or a part of what was due could not be delivered or paid. */
    SETTLEMENT_FAILED,
    TRADE_BUSTED,
    TRADE_CORRECTED,
    /** An account, a firm, a trader or a key may not trade, or only reduce. */
    ACCOUNT_SUSPENDED,
    ACCOUNT_RESUMED
}
