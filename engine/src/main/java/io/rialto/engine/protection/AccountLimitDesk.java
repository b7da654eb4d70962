package io.rialto.engine.protection;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.AccountLimitChangedEncoder;
import io.rialto.protocol.ChangeAccountLimitDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Changes the limits of accounts. One administrator sets or tightens them; to loosen one takes two.
 *
 * <p>Threading: the core's thread only.
 */
public final class AccountLimitDesk {
    private static final int ALL = 0;
    private static final long MOST_PER_SECOND = 1_000_000_000;

    private final Accounts accounts;
    private final Instruments instruments;
    private final AccountLimits limits;
    private final TokenBuckets buckets;
    private final Caller caller;
    private final AccountLimitChangedEncoder changed = new AccountLimitChangedEncoder();

    public AccountLimitDesk(
            Accounts accounts, Instruments instruments, AccountLimits limits, TokenBuckets buckets, Caller caller) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.limits = limits;
        this.buckets = buckets;
        this.caller = caller;
    }

    public Reason change(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + ChangeAccountLimitDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + ChangeAccountLimitDecoder.instrumentEncodingOffset());
        int limit = buffer.getByte(at + ChangeAccountLimitDecoder.accountLimitEncodingOffset()) & 0xFF;
        long value = buffer.getLong(at + ChangeAccountLimitDecoder.valueEncodingOffset());
        Reason refusal = check(account, instrument, limit, value);
        if (refusal != Reason.NONE) return refusal;
        if (loosens(account, instrument, limit, value)) return Reason.NEEDS_SECOND_ADMINISTRATOR;
        apply(frame, account, instrument, limit, value);
        return Reason.NONE;
    }

    /** Whether two administrators could make the change now; the limit as the schema's value. Changes nothing. */
    public Reason check(int account, int instrument, int limit, long value) {
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (instrument != ALL && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        boolean isKnown = limit >= AccountLimit.ORDER_LIMIT_LOTS.value() && limit <= AccountLimit.RESTRICTED.value();
        if (!isKnown) return Reason.INVALID_PARAMETER;
        AccountLimit kind = AccountLimit.get((short) limit);
        if (kind != AccountLimit.OPEN_ORDERS && isOfOneInstrument(kind) == (instrument == ALL)) {
            return Reason.INVALID_COMBINATION;
        }
        if (value != AccountLimits.NONE && !isValue(kind, value)) return Reason.INVALID_PARAMETER;
        boolean isSame = value == limits.value(account, instrument, limit);
        return isSame ? Reason.WOULD_CHANGE_NOTHING : Reason.NONE;
    }

    /** Makes a change that was checked, and says so. */
    public void apply(Frame frame, int account, int instrument, int limit, long value) {
        long oldValue = limits.value(account, instrument, limit);
        limits.change(account, instrument, limit, value);
        accounts.guard(account, true);
        boolean isNewRate = limit == AccountLimit.ORDERS_PER_SECOND.value() && oldValue == AccountLimits.NONE;
        if (isNewRate) buckets.fill(account - Accounts.FIRST, burst(account), caller.timeNanos());
        frame.claimEvent(changed)
                .account(account)
                .instrument(instrument)
                .oldValue(oldValue)
                .newValue(value)
                .accountLimit(AccountLimit.get((short) limit));
    }

    /** As many as in a second, unless something else was said. */
    private long burst(int account) {
        long burst = limits.value(account, ALL, AccountLimit.ORDER_BURST);
        return burst == AccountLimits.NONE ? limits.value(account, ALL, AccountLimit.ORDERS_PER_SECOND) : burst;
    }

    private static boolean isOfOneInstrument(AccountLimit kind) {
        return kind == AccountLimit.ORDER_LIMIT_LOTS
                || kind == AccountLimit.ORDER_LIMIT_MINOR
                || kind == AccountLimit.RESTRICTED;
    }

    private static boolean isValue(AccountLimit kind, long value) {
        switch (kind) {
            case ORDERS_PER_SECOND:
            case ORDER_BURST:
                return value >= 1 && value <= MOST_PER_SECOND;
            case DUPLICATE_WINDOW_NANOS:
                return value >= 1 && value <= RecentOrders.LONGEST_NANOS;
            case RESTRICTED:
                return value == 1;
            default:
                return value >= 0;
        }
    }

    private boolean loosens(int account, int instrument, int limit, long value) {
        long oldValue = limits.value(account, instrument, limit);
        boolean isBurst = limit == AccountLimit.ORDER_BURST.value();
        if (isBurst) {
            long rate = limits.value(account, ALL, AccountLimit.ORDERS_PER_SECOND);
            return rate != AccountLimits.NONE && (value == AccountLimits.NONE ? rate : value) > burst(account);
        }
        if (oldValue == AccountLimits.NONE) return false;
        if (value == AccountLimits.NONE) return true;
        return limit == AccountLimit.DUPLICATE_WINDOW_NANOS.value() ? value < oldValue : value > oldValue;
    }
}
