package io.rialto.engine.lifecycle;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.ChangeListingDecoder;
import io.rialto.protocol.ListingChangedEncoder;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * How an instrument leaves: announced, then cancel-only, then closed, then delisted, when its last orders go. Balances stay
 * whatever becomes of it, and its symbol is never given again.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Delisting implements Barrier {
    private static final byte LISTED = (byte) ListingStep.LISTED.value();
    private static final byte ANNOUNCED = (byte) ListingStep.ANNOUNCED.value();
    private static final byte CANCEL_ONLY = (byte) ListingStep.CANCEL_ONLY.value();
    private static final byte DELISTED = (byte) ListingStep.DELISTED.value();

    private final Instruments instruments;
    private final MassCancels cancels;
    private final ListingChangedEncoder changed = new ListingChangedEncoder();
    private byte[] steps = new byte[16];

    public Delisting(Instruments instruments, MassCancels cancels) {
        this.instruments = instruments;
        this.cancels = cancels;
    }

    public Reason change(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = frame.buffer().getInt(at + ChangeListingDecoder.instrumentEncodingOffset());
        byte step = frame.buffer().getByte(at + ChangeListingDecoder.stepEncodingOffset());
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (step < LISTED || step > DELISTED) return Reason.INVALID_COMBINATION;
        byte old = step(instrument);
        if (step == old) return Reason.WOULD_CHANGE_NOTHING;
        boolean isNext = step == old + 1 || step == LISTED && old == ANNOUNCED;
        if (!isNext) return Reason.WRONG_LISTING_STEP;
        take(instrument, step);
        tell(frame, instrument, old, step);
        if (step == DELISTED) cancels.add(Reason.INSTRUMENT_DELISTED).of(0, instrument);
        return Reason.NONE;
    }

    /** It is delisted now, whatever step it was at; its orders are gone. */
    public void end(Frame frame, int instrument) {
        byte old = step(instrument);
        if (old == DELISTED) return;
        take(instrument, DELISTED);
        tell(frame, instrument, old, DELISTED);
    }

    /** Whether it has not come so far yet that nothing trades there any more. */
    public boolean trades(int instrument) {
        return step(instrument) < CANCEL_ONLY;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        byte step = step(market.number());
        if (step == DELISTED) return Reason.INSTRUMENT_DELISTED;
        return step >= CANCEL_ONLY ? Reason.DELISTING : Reason.NONE;
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        boolean mayShrink = isSmaller && step(market.number()) == CANCEL_ONLY;
        return mayShrink ? Reason.NONE : admit(ticket, market);
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        for (int i = 0; i < instruments.count(); i++) state.accept(step(i + 1));
    }

    private byte step(int instrument) {
        return instrument > steps.length ? LISTED : steps[instrument - 1];
    }

    private void take(int instrument, byte step) {
        if (instrument > steps.length) steps = Arrays.copyOf(steps, Math.max(instrument, steps.length << 1));
        steps[instrument - 1] = step;
        instruments.get(instrument).guarded();
    }

    private void tell(Frame frame, int instrument, byte old, byte step) {
        frame.claimEvent(changed)
                .instrument(instrument)
                .oldStep(ListingStep.get(old))
                .newStep(ListingStep.get(step));
    }
}
