package io.rialto.feeds;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.feeds.listing.ListingFeed;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.AssetListedDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.MarkSourceToldDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.frame.FrameView;
import org.agrona.DirectBuffer;

/** What becomes known, told to the listings. */
final class ListingEvents {
    private final ListingFeed listings;
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final ListInstrumentDecoder terms = new ListInstrumentDecoder();
    private final ListContractDecoder contract = new ListContractDecoder();
    private final AssetListedDecoder assetListed = new AssetListedDecoder();
    private final InstrumentListedDecoder instrumentListed = new InstrumentListedDecoder();
    private final InstrumentChangedDecoder changed = new InstrumentChangedDecoder();
    private final ListingChangedDecoder step = new ListingChangedDecoder();
    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();
    private final MarkPriceSetDecoder mark = new MarkPriceSetDecoder();
    private final MarkSourceToldDecoder source = new MarkSourceToldDecoder();
    private final AccountOpenedDecoder accountOpened = new AccountOpenedDecoder();

    ListingEvents(ListingFeed listings) {
        this.listings = listings;
    }

    /** False when the event is not about listings. */
    boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        long sequence = frame.sequence();
        switch (frame.eventType()) {
            case AssetListedDecoder.TEMPLATE_ID ->
                listings.onListed(assetListed.wrap(buffer, at, length, version), sequence);
            case InstrumentListedDecoder.TEMPLATE_ID ->
                onListed(frame, instrumentListed.wrap(buffer, at, length, version));
            case AccountOpenedDecoder.TEMPLATE_ID ->
                listings.onOpened(accountOpened.wrap(buffer, at, length, version), sequence);
            case InstrumentChangedDecoder.TEMPLATE_ID ->
                listings.onChanged(changed.wrap(buffer, at, length, version), frame.timeNanos(), sequence);
            case PhaseChangedDecoder.TEMPLATE_ID -> listings.onPhase(phase.wrap(buffer, at, length, version), sequence);
            case MarkPriceSetDecoder.TEMPLATE_ID -> listings.onMarked(mark.wrap(buffer, at, length, version));
            case MarkSourceToldDecoder.TEMPLATE_ID -> listings.onMarkSource(source.wrap(buffer, at, length, version));
            case ListingChangedDecoder.TEMPLATE_ID -> listings.onStep(step.wrap(buffer, at, length, version), sequence);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onListed(FrameView frame, InstrumentListedDecoder event) {
        DirectBuffer buffer = frame.buffer();
        part.wrap(buffer, frame.offset() + frame.commandOffset());
        int at = part.offset() + PART_HEADER_LENGTH;
        if (frame.commandType() == ListContractDecoder.TEMPLATE_ID) {
            contract.wrap(buffer, at, part.blockLength(), part.version());
            listings.onListed(event, contract, frame.sequence());
        } else {
            terms.wrap(buffer, at, part.blockLength(), part.version());
            listings.onListed(event, terms, frame.sequence());
        }
    }
}
