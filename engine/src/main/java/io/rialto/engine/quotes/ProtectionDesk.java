package io.rialto.engine.quotes;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.AssignQuoteGroupDecoder;
import io.rialto.protocol.ProtectQuotesDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ResetQuotesDecoder;
import io.rialto.protocol.SetQuoteProtectionDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides what protects market makers' quotes. Each command answers NONE when it was done, else why nothing was.
 *
 * <p>Threading: the core's thread only. Allocates only for an account's first quotes and groups.
 */
public final class ProtectionDesk {
    private static final int MOST_WEIGHT_BPS = 1_000_000;

    private final Accounts accounts;
    private final Assets assets;
    private final Instruments instruments;
    private final Quotes quotes;
    private final QuoteEvents events;
    private final QuoteWindow asked = new QuoteWindow();

    ProtectionDesk(Accounts accounts, Assets assets, Instruments instruments, Quotes quotes, QuoteEvents events) {
        this.accounts = accounts;
        this.assets = assets;
        this.instruments = instruments;
        this.quotes = quotes;
        this.events = events;
    }

    /** Of an instrument, without a delta. */
    public Reason setProtection(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + SetQuoteProtectionDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + SetQuoteProtectionDecoder.instrumentEncodingOffset());
        asked.limits(
                buffer.getLong(at + SetQuoteProtectionDecoder.windowNanosEncodingOffset()),
                buffer.getLong(at + SetQuoteProtectionDecoder.maxLotsEncodingOffset()),
                buffer.getInt(at + SetQuoteProtectionDecoder.maxFillsEncodingOffset()),
                buffer.getLong(at + SetQuoteProtectionDecoder.maxValueMinorEncodingOffset()),
                0,
                0);
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (!asked.isSound()) return Reason.INVALID_PARAMETER;
        QuotePlace place = quotes.maker(account).place(instrument);
        apply(place.window);
        events.protectionSet(frame, place);
        return Reason.NONE;
    }

    /** Of an instrument, of a group of them, or of all that the account quotes. */
    public Reason protect(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + ProtectQuotesDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + ProtectQuotesDecoder.instrumentEncodingOffset());
        int group = buffer.getInt(at + ProtectQuotesDecoder.groupEncodingOffset());
        asked.limits(
                buffer.getLong(at + ProtectQuotesDecoder.windowNanosEncodingOffset()),
                buffer.getLong(at + ProtectQuotesDecoder.maxLotsEncodingOffset()),
                buffer.getInt(at + ProtectQuotesDecoder.maxFillsEncodingOffset()),
                buffer.getLong(at + ProtectQuotesDecoder.maxValueMinorEncodingOffset()),
                buffer.getLong(at + ProtectQuotesDecoder.maxDeltaLotsEncodingOffset()),
                buffer.getInt(at + ProtectQuotesDecoder.valueAssetEncodingOffset()));
        Reason refusal = check(account, instrument, group);
        if (refusal != Reason.NONE) return refusal;
        MarketMaker maker = quotes.maker(account);
        apply(instrument == 0 ? maker.group(group).window : maker.place(instrument).window);
        events.protectedSet(frame, account, instrument, group, asked);
        return Reason.NONE;
    }

    private Reason check(int account, int instrument, int group) {
        boolean isOfGroup = instrument == 0;
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!isOfGroup && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (!isGroup(group)) return Reason.UNKNOWN_QUOTE_GROUP;
        if (asked.valueAsset != 0 && !assets.isListed(asked.valueAsset)) return Reason.UNKNOWN_ASSET;
        boolean isAssetMeant = isOfGroup && asked.maxValueMinor != 0;
        boolean isOne = isOfGroup || group == QuoteGroup.ALL;
        boolean isSound = asked.isSound() && isOne && isAssetMeant == (asked.valueAsset != 0);
        return isSound ? Reason.NONE : Reason.INVALID_PARAMETER;
    }

    private void apply(QuoteWindow window) {
        window.limits(
                asked.windowNanos,
                asked.maxLots,
                asked.maxFills,
                asked.maxValueMinor,
                asked.maxDeltaLots,
                asked.valueAsset);
    }

    /** To which group an instrument belongs, and what its lots count there. */
    public Reason assign(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + AssignQuoteGroupDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + AssignQuoteGroupDecoder.instrumentEncodingOffset());
        int group = buffer.getInt(at + AssignQuoteGroupDecoder.groupEncodingOffset());
        int weightBps = buffer.getInt(at + AssignQuoteGroupDecoder.deltaWeightBpsEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (!isGroup(group)) return Reason.UNKNOWN_QUOTE_GROUP;
        boolean isWeight = weightBps >= -MOST_WEIGHT_BPS && weightBps <= MOST_WEIGHT_BPS;
        if (!isWeight) return Reason.DELTA_WEIGHT_INVALID;
        if (isSame(account, instrument, group, weightBps)) return Reason.WOULD_CHANGE_NOTHING;
        QuotePlace place = quotes.maker(account).place(instrument);
        events.assigned(frame, place, group, weightBps);
        place.group = place.maker.group(group);
        place.weightBps = weightBps;
        return Reason.NONE;
    }

    private boolean isSame(int account, int instrument, int group, int weightBps) {
        MarketMaker maker = quotes.find(account);
        QuotePlace place = maker == null ? null : maker.find(instrument);
        if (place == null) return group == QuoteGroup.ALL && weightBps == QuotePlace.WHOLE_BPS;
        return group == place.group.number && weightBps == place.weightBps;
    }

    private static boolean isGroup(int number) {
        return number >= QuoteGroup.ALL && number <= QuoteGroup.MOST;
    }

    public Reason reset(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + ResetQuotesDecoder.accountEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        MarketMaker maker = quotes.find(account);
        if (maker == null || !maker.isPulled()) return Reason.NOTHING_TO_RESET;
        maker.reset();
        events.reset(frame, account);
        return Reason.NONE;
    }
}
