package io.rialto.gateway.problem;

import io.rialto.protocol.Reason;

/** At which field of a request a refusal points, where it points at one. */
final class ReasonFields {
    private ReasonFields() {}

    /** Empty when the whole of the request is at fault, or the state of the venue. */
    static String of(Reason reason) {
        return switch (reason) {
            case PRICE_NOT_POSITIVE, PRICE_OUTSIDE_BAND, NOT_AT_CLOSING_PRICE, PRICE_NOT_EXPECTED, PEG_PRICE_FOLLOWS ->
                "price";
            case QUANTITY_BELOW_MINIMUM, QUANTITY_ABOVE_MAXIMUM, QUANTITY_NOT_ABOVE_EXECUTED, ORDER_QUANTITY_LIMIT ->
                "quantity";
            case DUPLICATE_CLIENT_ORDER_ID -> "clientOrderId";
            case MARKET_TO_LIMIT_MUST_REST, TRIGGER_NOT_FOR_AUCTION -> "timeInForce";
            case POST_ONLY_WOULD_TAKE, POST_ONLY_IN_CALL, POST_ONLY_MUST_REST, TRIGGER_WITH_POST_ONLY -> "postOnly";
            case EXPIRE_TIME_PASSED, EXPIRE_TIME_NOT_EXPECTED -> "expireTime";
            case WOULD_TRIGGER_AT_ONCE,
                    TRIGGER_MISSING,
                    TRIGGER_NOT_EXPECTED,
                    TRIGGER_WITH_OTHER_TERMS,
                    NOT_WAITING_FOR_TRIGGER -> "triggerPrice";
            case TRAILING_DISTANCE_INVALID -> "trailingTicks";
            case INVALID_LEVERAGE, LEVERAGE_ABOVE_TIER -> "leverage";
            case INVALID_MARGIN_MODE -> "mode";
            case POSITION_MARGIN_NEEDED -> "amount";
            case INVALID_MARGIN_TIERS -> "tiers";
            case QUOTE_AMOUNT_NOT_POSSIBLE,
                    AMOUNT_NOT_FOR_CONTRACT,
                    TRIGGER_WITH_QUOTE_AMOUNT,
                    REDUCE_ONLY_WITH_QUOTE_AMOUNT -> "quoteAmount";
            case REDUCE_ONLY_NO_POSITION, REDUCE_ONLY_NOT_TRACKED, REDUCE_ONLY_WOULD_INCREASE, REDUCE_ONLY_ALL_CLOSED ->
                "reduceOnly";
            case DISPLAY_ABOVE_QUANTITY,
                    DISPLAY_BELOW_MINIMUM,
                    DISPLAY_BELOW_RATIO,
                    DISPLAY_MUST_REST,
                    NOT_AN_ICEBERG -> "displayQuantity";
            case DISPLAY_SEED_MISSING, PEAK_MISSING -> "displayRange";
            case HIDDEN_BELOW_MINIMUM, HIDDEN_WITH_PEAK -> "hidden";
            case MINIMUM_ABOVE_QUANTITY, MINIMUM_NOT_AVAILABLE, LEAST_QUANTITY_NOT_POSSIBLE -> "minQuantity";
            case PEG_MUST_REST, PEG_REFERENCE_MISSING, PEG_NOT_EXPECTED -> "pegReference";
            case RISK_LIMIT_NOT_POSSIBLE -> "limit";
            case RISK_SCOPE_NOT_POSSIBLE -> "scope";
            case RISK_ESCALATION_NOT_POSSIBLE -> "escalate";
            case UNKNOWN_QUOTE_GROUP -> "group";
            case DELTA_WEIGHT_INVALID -> "deltaWeightBps";
            case UNKNOWN_INSTRUMENT,
                    NOT_A_CONTRACT,
                    POSITION_NOT_ISOLATED,
                    POSITION_MISSING,
                    INSTRUMENT_RESTRICTED,
                    INSTRUMENT_DELISTED -> "symbol";
            default -> "";
        };
    }
}
