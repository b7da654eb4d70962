package io.rialto.engine.quotes;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.batch.Parts;
import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.requests.RequestDesk;
import io.rialto.engine.trading.Operations;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.MassQuoteDecoder;
import io.rialto.protocol.QuoteDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides what market makers ask for. Each command answers NONE when it was done, else why nothing was.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm.
 */
public final class QuoteDesk {
    /** Quotes of one command. */
    public static final int MOST_QUOTES = 20;

    private final Accounts accounts;
    private final Instruments instruments;
    private final Operations operations;
    private final RequestDesk requests;
    private final RefusedOperations refusals;
    private final QuoteEvents events = new QuoteEvents();
    private final Quotes quotes;
    private final ProtectionDesk protection;
    private final Parts parts;
    private final int[] quoted = new int[MOST_QUOTES];
    private int accepted;
    private int refused;

    public QuoteDesk(
            Accounts accounts,
            Assets assets,
            Instruments instruments,
            OpenOrders orders,
            TradingDesk trading,
            RequestDesk requests,
            Caller caller,
            RefusedOperations refusals) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.operations = trading.operations();
        this.requests = requests;
        this.refusals = refusals;
        quotes = new Quotes(orders, instruments, caller, trading, events);
        protection = new ProtectionDesk(accounts, assets, instruments, quotes, events);
        parts = new Parts(refusals).of(QuoteDecoder.TEMPLATE_ID, QuoteDecoder.BLOCK_LENGTH);
    }

    /** The quotes that stand: to be followed after every command, before anything else. */
    public Quotes quotes() {
        return quotes;
    }

    /** Decides what protects them. */
    public ProtectionDesk protection() {
        return protection;
    }

    public Reason massQuote(Frame frame) {
        refusals.clear();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + MassQuoteDecoder.accountEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        Reason refusal = parts.check(frame, 1, MOST_QUOTES);
        if (refusal == Reason.NONE && quotes.isOut(account, 0)) refusal = Reason.QUOTES_PULLED;
        if (refusal == Reason.NONE) refusal = checkQuotes(frame, account);
        if (refusal != Reason.NONE) return refusal;
        accepted = 0;
        refused = 0;
        CommandParts part = parts.rewind(frame);
        for (int i = 0; part.next(); i++) replace(frame, account, i, part.blockOffset());
        events.massQuoted(frame, account, accepted, refused);
        return Reason.NONE;
    }

    private Reason checkQuotes(Frame frame, int account) {
        DirectBuffer buffer = frame.buffer();
        CommandParts part = parts.rewind(frame);
        for (int i = 0; part.next(); i++) {
            int at = part.blockOffset();
            int instrument = buffer.getInt(at + QuoteDecoder.instrumentEncodingOffset());
            if (!instruments.isListed(instrument)) return refusals.because(i << 1, Reason.UNKNOWN_INSTRUMENT);
            if (quotes.isOut(account, instrument)) return refusals.because(i << 1, Reason.QUOTES_PULLED);
            quoted[i] = instrument;
            boolean isTwoSided = buffer.getLong(at + QuoteDecoder.bidLotsEncodingOffset()) != 0
                    && buffer.getLong(at + QuoteDecoder.askLotsEncodingOffset()) != 0;
            boolean isCrossed = isTwoSided
                    && buffer.getLong(at + QuoteDecoder.bidTicksEncodingOffset())
                            >= buffer.getLong(at + QuoteDecoder.askTicksEncodingOffset());
            if (isCrossed || isQuotedBefore(i)) return refusals.because(i << 1, Reason.QUOTE_CROSSES_ITSELF);
        }
        return Reason.NONE;
    }

    private boolean isQuotedBefore(int place) {
        for (int i = 0; i < place; i++) if (quoted[i] == quoted[place]) return true;
        return false;
    }

    /** A quote that does not stay goes, also when the new one is refused: nobody stands by a price that he took back. */
    private void replace(Frame frame, int account, int i, int at) {
        DirectBuffer buffer = frame.buffer();
        QuotePlace place = quotes.maker(account).place(quoted[i]);
        long bidTicks = buffer.getLong(at + QuoteDecoder.bidTicksEncodingOffset());
        long bidLots = buffer.getLong(at + QuoteDecoder.bidLotsEncodingOffset());
        long askTicks = buffer.getLong(at + QuoteDecoder.askTicksEncodingOffset());
        long askLots = buffer.getLong(at + QuoteDecoder.askLotsEncodingOffset());
        boolean doesBidStay = quotes.stays(frame, place.bid, bidTicks, bidLots);
        boolean doesAskStay = quotes.stays(frame, place.ask, askTicks, askLots);
        if (doesBidStay) accepted++;
        else place.bid = quote(frame, place, i << 1, true, bidTicks, bidLots);
        if (doesAskStay) accepted++;
        else place.ask = quote(frame, place, (i << 1) + 1, false, askTicks, askLots);
    }

    /** Answers the order that stands for it now, or 0. */
    private long quote(Frame frame, QuotePlace place, int operation, boolean buys, long priceTicks, long lots) {
        if (lots == 0) return 0;
        Reason refusal = operations.quote(frame, place.maker.account, place.instrument, buys, priceTicks, lots);
        if (refusal != Reason.NONE) {
            refusals.tell(frame, operation, refusal);
            refused++;
            return 0;
        }
        accepted++;
        long open = operations.leftOpen();
        if (open != 0) requests.leftOpen(open);
        return open;
    }
}
