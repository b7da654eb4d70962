package io.rialto.gateway.problem;

import io.rialto.protocol.Reason;
import java.util.Locale;

/**
 * The one closed list of what a door can answer instead of what was asked: drives the answers, the documents and the
 * tests. The second half repeats the venue's {@link Reason} list name by name, because a refusal by the rules is told
 * under the rule's own name.
 *
 * <p>Codes are never renamed or reused.
 */
public enum ProblemCode {
    // What was sent is not well made: nothing reached the line.
    MALFORMED_REQUEST(400, "The request is not well-formed HTTP"),
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    DUPLICATE_FIELD(400, "A field appears twice"),
    UNKNOWN_FIELD(400, "The field is not known here"),
    MISSING_FIELD(400, "A required field is missing"),
    WRONG_TYPE(400, "The field has the wrong JSON type"),
    INVALID_VALUE(400, "The value is outside what the field allows"),
    INVALID_DECIMAL(400, "The value is not a plain decimal"),
    TOO_MANY_DIGITS(400, "The number has too many digits"),
    TOO_MANY_DECIMALS(400, "The number has more decimals than its scale"),
    PRICE_OFF_TICK(400, "The price is not a multiple of the tick"),
    QUANTITY_OFF_LOT(400, "The quantity is not a multiple of the lot"),
    NOT_SUPPORTED(400, "The field is known but this version does not offer it"),
    NESTED_TOO_DEEP(400, "The body is nested too deep"),

    // Who sent it could not be established, or may not.
    MISSING_CREDENTIALS(401, "The request is not signed"),
    UNKNOWN_KEY(401, "The API key is not known"),
    INVALID_SIGNATURE(401, "The signature does not fit the request"),
    STALE_TIMESTAMP(401, "The timestamp is outside the window"),
    NONCE_REUSED(401, "The nonce was used before"),
    FORBIDDEN(403, "The key may not do this"),

    // HTTP itself.
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "The address does not take this method"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json in UTF-8"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),

    // The venue could not, or could not say.
    INTERNAL_ERROR(500, "The venue failed to answer"),
    BUSY(503, "The line is full"),
    HALTED(503, "The venue has halted"),
    NOT_READY(503, "The venue does not take requests now"),
    JOURNAL_SPACE_LOW(503, "The journal's disk is nearly full: only cancels are taken"),
    FEEDS_BEHIND(503, "The answer would be older than what was asked for"),
    UNKNOWN_OUTCOME(504, "The outcome is not known yet"),

    // The venue's rules, in the order of the schema.
    UNKNOWN_ACCOUNT(404, "The account does not exist"),
    UNKNOWN_ASSET(404, "The asset does not exist"),
    UNKNOWN_INSTRUMENT(404, "The instrument does not exist"),
    UNKNOWN_ORDER(404, "The order does not exist"),
    UNKNOWN_TRANSFER(404, "The transfer does not exist"),
    UNKNOWN_COMMAND(422, "This version does not know the command"),
    DUPLICATE_REQUEST(422, "The request was decided before and its outcome is no longer at hand"),
    REQUEST_KEY_REUSED(422, "The idempotency key was used for another request"),
    REQUEST_FENCED(422, "The idempotency key was fenced before the request arrived"),
    DUPLICATE_CLIENT_ORDER_ID(422, "An open order of the account carries this clientOrderId"),
    ASSET_ALREADY_LISTED(422, "The asset is listed already"),
    INSTRUMENT_ALREADY_LISTED(422, "The instrument is listed already"),
    INVALID_ASSET(422, "The asset's terms are not allowed"),
    INVALID_INSTRUMENT(422, "The instrument's terms contradict each other or its assets"),
    PRICE_NOT_POSITIVE(422, "The price must be above zero"),
    QUANTITY_BELOW_MINIMUM(422, "The quantity is below the instrument's minimum"),
    QUANTITY_ABOVE_MAXIMUM(422, "The quantity is above the instrument's maximum"),
    NOTIONAL_BELOW_MINIMUM(422, "Price times quantity is below the instrument's minimum"),
    VALUE_OVERFLOW(422, "Price times quantity is beyond what the venue can count"),
    INVALID_COMBINATION(422, "The fields cannot stand together"),
    NO_REFERENCE_PRICE(422, "There is no reference price for a market order"),
    POST_ONLY_WOULD_TAKE(422, "Order would immediately match and take."),
    INSUFFICIENT_FUNDS(422, "The account does not have enough available"),
    WOULD_CHANGE_NOTHING(422, "The change would change no state"),
    QUANTITY_NOT_ABOVE_EXECUTED(422, "The new total must be above what is executed"),
    INVALID_AMOUNT(422, "The amount must be above zero"),
    TRANSFER_NOT_PENDING(422, "The transfer is not pending"),
    REQUESTED_BY_OWNER(422, "Cancelled by its owner"),
    MASS_CANCEL(422, "Cancelled by a cancel of many"),
    IMMEDIATE_OR_CANCEL(422, "What could not be taken at once was dropped"),
    FILL_OR_KILL(422, "Not all of it could be taken at once"),
    NO_LIQUIDITY(422, "The opposite side is empty"),
    MARKET_COLLAR(422, "The next price lies beyond the market order's price range"),
    SELF_TRADE_PREVENTED(422, "It met an order of the same owner"),
    TOO_MANY_FILLS(422, "One command reached its cap of fills"),
    AMOUNT_EXHAUSTED(422, "Less than one lot is affordable from what is left");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The rule's code under its own name; a test holds the two lists together. */
    public static ProblemCode of(Reason reason) {
        return valueOf(reason.name());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The problem's stable identifier, a URN. */
    public String type() {
        return "urn:rialto:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
