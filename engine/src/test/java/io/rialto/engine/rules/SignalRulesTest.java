package io.rialto.engine.rules;

import io.rialto.engine.reference.Command.RecordSignal;
import org.junit.jupiter.api.Test;

/** What the world outside says is written down, and nothing else happens. */
class SignalRulesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int SENTIMENT = 1;

    private final VenueUnderTest venue = VenueUnderTest.trading().after(10 * SECOND);

    private VenueUnderTest says(int instrument, int score, int type, String source, String words) {
        return venue.decides(new RecordSignal(SECOND, instrument, score, type, source, words));
    }

    @Test
    void aSignalIsWrittenDownAsItCame() {
        says(1, -2_500, SENTIMENT, "polls-24", "Fewer say \"buy\" than before")
                .emits("signal SENTIMENT -2500 of 1 by polls-24 at 1000000000: Fewer say \"buy\" than before");
        says(0, 10_000, 5, "wire", "").emits("signal MACRO 10000 of 0 by wire at 1000000000: ");
        says(0, -10_000, 6, "s".repeat(32), "w".repeat(160))
                .emits("signal MODEL -10000 of 0 by " + "s".repeat(32) + " at 1000000000: " + "w".repeat(160));
    }

    @Test
    void itIsAboutAListedInstrumentOrTheWholeMarket() {
        says(77, 0, SENTIMENT, "wire", "").emits("rejected UNKNOWN_INSTRUMENT");
        says(-1, 0, SENTIMENT, "wire", "").emits("rejected UNKNOWN_INSTRUMENT");
    }

    @Test
    void scoreAndTypeAreWithinTheirBounds() {
        says(0, 10_001, SENTIMENT, "wire", "").emits("rejected INVALID_SIGNAL");
        says(0, -10_001, SENTIMENT, "wire", "").emits("rejected INVALID_SIGNAL");
        says(0, 0, 0, "wire", "").emits("rejected INVALID_SIGNAL");
        says(0, 0, 7, "wire", "").emits("rejected INVALID_SIGNAL");
    }

    @Test
    void textIsPrintableAndTheSourceHasAName() {
        says(0, 0, SENTIMENT, "", "").emits("rejected INVALID_SIGNAL");
        says(0, 0, SENTIMENT, "two words", "").emits("rejected INVALID_SIGNAL");
        says(0, 0, SENTIMENT, "bell\u0007", "").emits("rejected INVALID_SIGNAL");
        says(0, 0, SENTIMENT, "wire", "line\nbreak").emits("rejected INVALID_SIGNAL");
        says(0, 0, SENTIMENT, "wire", "\u007f").emits("rejected INVALID_SIGNAL");
    }

    @Test
    void nobodyObservedWhatIsYetToCome() {
        says(0, 0, SENTIMENT, "wire", "");
        venue.decides(new RecordSignal(Long.MAX_VALUE, 0, 0, SENTIMENT, "wire", ""))
                .emits("rejected INVALID_SIGNAL");
        venue.decides(new RecordSignal(0, 0, 0, SENTIMENT, "wire", "")).emits("rejected INVALID_SIGNAL");
    }
}
