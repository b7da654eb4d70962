package io.rialto.engine.requests;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.protocol.FenceRequestDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.RequestFencedEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Lets a key through once, and fences keys that were never seen.
 *
 * <p>Refused requests count as seen too: their outcome is the refusal. Threading: the core's thread only.
 */
public final class RequestDesk {
    /** The venue's administrator, as an actor. */
    private static final int ADMINISTRATOR = 0;

    private final Accounts accounts;
    private final SeenRequests seen;
    private final Caller caller = new Caller();
    private final RequestFencedEncoder fenced = new RequestFencedEncoder();
    private long originalSequence;
    private int admitted = SeenRequests.NONE;

    public RequestDesk(Accounts accounts, SeenRequests seen) {
        this.accounts = accounts;
        this.seen = seen;
    }

    /** A frame begins; until its request is admitted, all that happens is done by the venue itself. */
    public void begin(long sequence, long timeNanos) {
        caller.isVenue(sequence, timeNanos);
    }

    /** NONE for a request that is new or carries no key, and remembers its key. */
    public Reason admit(Frame frame, long sequence, long timeNanos) {
        originalSequence = 0;
        admitted = SeenRequests.NONE;
        seen.forgetSomeBefore(timeNanos);
        if (!frame.hasRequest()) return Reason.NONE;
        DirectBuffer buffer = frame.buffer();
        int at = frame.requestOffset() + PART_HEADER_LENGTH;
        identify(buffer, at);
        long high = buffer.getLong(at + RequestDecoder.keyHighEncodingOffset());
        long low = buffer.getLong(at + RequestDecoder.keyLowEncodingOffset());
        if ((high | low) == 0) return Reason.NONE;
        int actor = caller.actor();
        long body = buffer.getLong(at + RequestDecoder.bodyHashEncodingOffset());
        int entry = seen.find(actor, high, low, timeNanos);
        if (entry == SeenRequests.NONE) {
            admitted = seen.add(actor, high, low, body, sequence, timeNanos);
            return Reason.NONE;
        }
        originalSequence = seen.sequence(entry);
        if (seen.isFence(entry)) return Reason.REQUEST_FENCED;
        return seen.bodyHash(entry) == body ? Reason.DUPLICATE_REQUEST : Reason.REQUEST_KEY_REUSED;
    }

    /** Early history has Requests that end before the trader. */
    private void identify(DirectBuffer buffer, int at) {
        int actor = buffer.getInt(at + RequestDecoder.actorEncodingOffset());
        boolean isEarly = (buffer.getShort(at - PART_HEADER_LENGTH) & 0xFFFF) < RequestDecoder.BLOCK_LENGTH;
        if (isEarly) {
            caller.asks(actor, 0, 0, 0, true);
            return;
        }
        int trader = buffer.getInt(at + RequestDecoder.traderEncodingOffset());
        int key = buffer.getInt(at + RequestDecoder.keyEncodingOffset());
        int session = buffer.getInt(at + RequestDecoder.sessionEncodingOffset());
        caller.asks(actor, trader, key, session, true);
    }

    /** Who asks for the command at hand. */
    public Caller caller() {
        return caller;
    }

    /** An order that the admitted request left open: its key is kept at least as long. */
    public void leftOpen(long order) {
        if (admitted != SeenRequests.NONE) seen.order(admitted, order);
    }

    /** Of the request that was refused last because of its key; else 0. */
    public long originalSequence() {
        return originalSequence;
    }

    public Reason fence(Frame frame, long sequence, long timeNanos) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + FenceRequestDecoder.accountEncodingOffset());
        long high = buffer.getLong(at + FenceRequestDecoder.keyHighEncodingOffset());
        long low = buffer.getLong(at + FenceRequestDecoder.keyLowEncodingOffset());
        if (account != ADMINISTRATOR && !accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if ((high | low) == 0) return Reason.INVALID_COMBINATION;
        int entry = seen.find(account, high, low, timeNanos);
        if (entry != SeenRequests.NONE) {
            originalSequence = seen.sequence(entry);
            return seen.isFence(entry) ? Reason.REQUEST_FENCED : Reason.DUPLICATE_REQUEST;
        }
        seen.addFence(account, high, low, sequence, timeNanos);
        frame.claimEvent(fenced).account(account).keyHigh(high).keyLow(low);
        return Reason.NONE;
    }
}
