package io.rialto.gateway.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import io.rialto.protocol.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one closed list of what a door can answer instead of what was asked: drives the answers, the documents and the
 * tests. The doors' own codes stand here; behind them comes every {@link Reason} of the venue's schema under its own
 * name, so that a rule that is added there is told here without a word more.
 *
 * <p>Immutable; there is one object of each code. Codes are never renamed or reused.
 */
public final class ProblemCode {
    private static final Map<String, ProblemCode> ALL = new LinkedHashMap<>();

    // What was sent is not well made: nothing reached the line.
    public static final ProblemCode MALFORMED_REQUEST =
            door("MALFORMED_REQUEST", 400, "The request is not well-formed HTTP");
    public static final ProblemCode MALFORMED_JSON = door("MALFORMED_JSON", 400, "The body is not well-formed JSON");
    public static final ProblemCode DUPLICATE_FIELD = door("DUPLICATE_FIELD", 400, "A field appears twice");
    public static final ProblemCode UNKNOWN_FIELD = door("UNKNOWN_FIELD", 400, "The field is not known here");
    public static final ProblemCode MISSING_FIELD = door("MISSING_FIELD", 400, "A required field is missing");
    public static final ProblemCode WRONG_TYPE = door("WRONG_TYPE", 400, "The field has the wrong JSON type");
    public static final ProblemCode INVALID_VALUE =
            door("INVALID_VALUE", 400, "The value is outside what the field allows");
    public static final ProblemCode INVALID_DECIMAL = door("INVALID_DECIMAL", 400, "The value is not a plain decimal");
    public static final ProblemCode TOO_MANY_DIGITS = door("TOO_MANY_DIGITS", 400, "The number has too many digits");
    public static final ProblemCode TOO_MANY_DECIMALS =
            door("TOO_MANY_DECIMALS", 400, "The number has more decimals than its scale");
    public static final ProblemCode PRICE_OFF_TICK =
            door("PRICE_OFF_TICK", 400, "The price is not a multiple of the tick");
    public static final ProblemCode QUANTITY_OFF_LOT =
            door("QUANTITY_OFF_LOT", 400, "The quantity is not a multiple of the lot");
    public static final ProblemCode NOT_SUPPORTED =
            door("NOT_SUPPORTED", 400, "The field is known but this version does not offer it");
    public static final ProblemCode WEAK_PASSWORD = door("WEAK_PASSWORD", 400, "The password is too easy to guess");
    public static final ProblemCode NESTED_TOO_DEEP = door("NESTED_TOO_DEEP", 400, "The body is nested too deep");

    // Who sent it could not be established, or may not.
    public static final ProblemCode MISSING_CREDENTIALS = door("MISSING_CREDENTIALS", 401, "The request is not signed");
    public static final ProblemCode UNKNOWN_KEY = door("UNKNOWN_KEY", 401, "The API key is not known");
    public static final ProblemCode INVALID_SIGNATURE =
            door("INVALID_SIGNATURE", 401, "The signature does not fit the request");
    public static final ProblemCode STALE_TIMESTAMP =
            door("STALE_TIMESTAMP", 401, "The timestamp is outside the window");
    public static final ProblemCode NONCE_REUSED = door("NONCE_REUSED", 401, "The nonce was used before");
    public static final ProblemCode INVALID_TOKEN = door("INVALID_TOKEN", 401, "The token is not one of this venue");
    public static final ProblemCode TOKEN_EXPIRED = door("TOKEN_EXPIRED", 401, "The token has expired");
    public static final ProblemCode TOKEN_REUSED =
            door("TOKEN_REUSED", 401, "The refresh token was used before: its session has been ended");
    public static final ProblemCode SESSION_ENDED = door("SESSION_ENDED", 401, "The session has ended");
    public static final ProblemCode WRONG_CREDENTIALS =
            door("WRONG_CREDENTIALS", 401, "There is no such user with that password");
    public static final ProblemCode SECOND_FACTOR_REQUIRED =
            door("SECOND_FACTOR_REQUIRED", 401, "A code of the second factor is required");
    public static final ProblemCode WRONG_CODE =
            door("WRONG_CODE", 401, "The code of the second factor does not count");
    public static final ProblemCode USER_DISABLED = door("USER_DISABLED", 403, "The user has been disabled");
    public static final ProblemCode KEY_INACTIVE = door("KEY_INACTIVE", 401, "The API key is switched off");
    public static final ProblemCode KEY_EXPIRED = door("KEY_EXPIRED", 401, "The API key has expired");
    public static final ProblemCode KEY_REVOKED = door("KEY_REVOKED", 401, "The API key is revoked");
    public static final ProblemCode ADDRESS_NOT_ALLOWED =
            door("ADDRESS_NOT_ALLOWED", 403, "The API key is not taken from this address");
    public static final ProblemCode BEYOND_THE_KEY =
            door("BEYOND_THE_KEY", 403, "The API key's own terms do not allow this");
    public static final ProblemCode ORIGIN_NOT_ALLOWED =
            door("ORIGIN_NOT_ALLOWED", 403, "Pages of this origin may not ask the venue");
    public static final ProblemCode FORBIDDEN = door("FORBIDDEN", 403, "The key may not do this");

    // HTTP itself.
    public static final ProblemCode NOT_FOUND = door("NOT_FOUND", 404, "There is nothing at this address");
    public static final ProblemCode UNKNOWN_API_KEY = door("UNKNOWN_API_KEY", 404, "The account has no such API key");
    public static final ProblemCode KEY_ENDED = door("KEY_ENDED", 409, "A revoked API key stays as it is");
    public static final ProblemCode LAST_ADMINISTRATOR =
            door("LAST_ADMINISTRATOR", 409, "The venue keeps its last administrator");
    public static final ProblemCode TOO_MANY_KEYS = door("TOO_MANY_KEYS", 409, "The account has too many API keys");
    public static final ProblemCode TOO_MANY_SUBSCRIPTIONS =
            door("TOO_MANY_SUBSCRIPTIONS", 409, "The connection has too many subscriptions");
    public static final ProblemCode NOT_SUBSCRIBED =
            door("NOT_SUBSCRIBED", 409, "The connection has no such subscription");
    public static final ProblemCode UNKNOWN_LIST = door("UNKNOWN_LIST", 404, "The order list does not exist");
    public static final ProblemCode UNKNOWN_SESSION = door("UNKNOWN_SESSION", 404, "The session does not exist");
    public static final ProblemCode UNKNOWN_USER = door("UNKNOWN_USER", 404, "The user does not exist");
    public static final ProblemCode TARGET_NOT_ALLOWED =
            door("TARGET_NOT_ALLOWED", 400, "The venue sends nothing to such an address");
    public static final ProblemCode METHOD_NOT_ALLOWED =
            door("METHOD_NOT_ALLOWED", 405, "The address does not take this method");
    public static final ProblemCode REQUEST_TIMEOUT =
            door("REQUEST_TIMEOUT", 408, "The request took too long to arrive");

    /** Was answered once; whether an address is taken is told to nobody any more. */
    public static final ProblemCode EMAIL_TAKEN = door("EMAIL_TAKEN", 409, "The address is registered");

    public static final ProblemCode SECOND_FACTOR_ON =
            door("SECOND_FACTOR_ON", 409, "There is a second factor: it is disabled first");
    public static final ProblemCode CHANGE_DECIDED =
            door("CHANGE_DECIDED", 409, "The change was decided, or its time is over");
    public static final ProblemCode NO_LONGER_KEPT =
            door("NO_LONGER_KEPT", 410, "What is asked for is so old that it is no longer kept here");
    public static final ProblemCode TOO_MANY_WEBHOOKS =
            door("TOO_MANY_WEBHOOKS", 409, "There are as many webhooks as one person may have");
    public static final ProblemCode CHANNEL_AWAY = door("CHANNEL_AWAY", 409, "The venue sends nothing by this channel");
    public static final ProblemCode BODY_TOO_LARGE = door("BODY_TOO_LARGE", 413, "The body is too large");
    public static final ProblemCode URI_TOO_LONG = door("URI_TOO_LONG", 414, "The address is too long");
    public static final ProblemCode UNSUPPORTED_MEDIA_TYPE =
            door("UNSUPPORTED_MEDIA_TYPE", 415, "The body must be application/json in UTF-8");
    public static final ProblemCode UNKNOWN_HOST = door("UNKNOWN_HOST", 421, "The venue has no such name");
    public static final ProblemCode TOO_MANY_ATTEMPTS =
            door("TOO_MANY_ATTEMPTS", 429, "Too many attempts have failed: the next one has to wait");
    public static final ProblemCode HEADERS_TOO_LARGE = door("HEADERS_TOO_LARGE", 431, "The headers are too large");

    public static final ProblemCode RATE_LIMITED = door("RATE_LIMITED", 429, "Too much was asked in too short a time");
    public static final ProblemCode TEMPORARILY_BANNED =
            door("TEMPORARILY_BANNED", 429, "Too many requests came in spite of refusals");

    // The venue could not, or could not say.
    public static final ProblemCode INTERNAL_ERROR = door("INTERNAL_ERROR", 500, "The venue failed to answer");
    public static final ProblemCode BUSY = door("BUSY", 503, "The line is full");
    public static final ProblemCode HALTED = door("HALTED", 503, "The venue has halted");
    public static final ProblemCode NOT_READY = door("NOT_READY", 503, "The venue does not take requests now");
    public static final ProblemCode JOURNAL_SPACE_LOW =
            door("JOURNAL_SPACE_LOW", 503, "The journal's disk is nearly full: only cancels are taken");
    public static final ProblemCode AUDIT_AWAY =
            door("AUDIT_AWAY", 503, "What cannot be audited is not done: the audit list cannot be written");
    public static final ProblemCode FEEDS_BEHIND =
            door("FEEDS_BEHIND", 503, "The answer would be older than what was asked for");
    public static final ProblemCode TAKES_TOO_LONG =
            door("TAKES_TOO_LONG", 503, "To find it out takes longer than one question may");
    public static final ProblemCode UNKNOWN_OUTCOME = door("UNKNOWN_OUTCOME", 504, "The outcome is not known yet");

    static {
        for (Reason reason : Reason.values()) {
            if (reason == Reason.NONE || reason == Reason.NULL_VAL) continue;
            door(reason.name(), ReasonTitles.status(reason), ReasonTitles.title(reason));
        }
    }

    // The venue's rules that a door can tell by itself, before anything reaches the line.
    public static final ProblemCode UNKNOWN_ACCOUNT = of(Reason.UNKNOWN_ACCOUNT);
    public static final ProblemCode UNKNOWN_ASSET = of(Reason.UNKNOWN_ASSET);
    public static final ProblemCode UNKNOWN_INSTRUMENT = of(Reason.UNKNOWN_INSTRUMENT);
    public static final ProblemCode UNKNOWN_ORDER = of(Reason.UNKNOWN_ORDER);
    public static final ProblemCode UNKNOWN_TRANSFER = of(Reason.UNKNOWN_TRANSFER);
    public static final ProblemCode REQUEST_KEY_REUSED = of(Reason.REQUEST_KEY_REUSED);

    private final String name;
    private final int status;
    private final String title;

    private ProblemCode(String name, int status, String title) {
        this.name = name;
        this.status = status;
        this.title = title;
    }

    private static ProblemCode door(String name, int status, String title) {
        ProblemCode code = new ProblemCode(name, status, title);
        if (ALL.put(name, code) != null) throw new IllegalStateException("a code must be one of its name: " + name);
        return code;
    }

    /** The rule's code under its own name. */
    public static ProblemCode of(Reason reason) {
        return Optional.ofNullable(ALL.get(reason.name()))
                .orElseThrow(() -> new IllegalArgumentException("a refusal has a reason: was " + reason));
    }

    /** The code of that name; empty for any other text. */
    public static Optional<ProblemCode> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All there are: the doors' own, then the venue's rules in the order of the schema. */
    public static List<ProblemCode> all() {
        return List.copyOf(ALL.values());
    }

    @JsonValue
    public String name() {
        return name;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The problem's stable identifier, a URN. */
    public String type() {
        return "urn:rialto:problem:" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return name;
    }
}
