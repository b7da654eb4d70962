package io.rialto.replay.past;

import io.rialto.engine.Core;
import io.rialto.journal.JournalReader;
import io.rialto.journal.scan.Tip;
import io.rialto.replay.OtherHistory;
import io.rialto.replay.Rerun;
import io.rialto.replay.image.CoreImage;
import java.util.function.BooleanSupplier;

/**
 * A core that stands somewhere in history and can be taken further, never back. One thread.
 *
 * <p>Errors: {@link NotThereYet} leaves it as good as it was; after any other exception it is of no further use.
 */
final class PastCore implements AutoCloseable {
    private static final int ASKED_EVERY = 64;

    private final CoreImage image;
    private final Rerun rerun;
    private final JournalReader reader;
    private final Tip base;
    private Tip tip;

    /**
     * @param base the frame behind which the image stands
     * @param reader that begins at that frame or before it
     */
    PastCore(CoreImage image, Tip base, JournalReader reader) {
        this.image = image;
        this.base = base;
        this.reader = reader;
        tip = base;
        rerun = new Rerun(image.core());
    }

    /** @param goesOn asked now and then; false ends it where it is then */
    void advanceTo(long sequence, BooleanSupplier goesOn) {
        Core core = image.core();
        while (core.sequence() < sequence) {
            if (core.sequence() % ASKED_EVERY == 0 && !goesOn.getAsBoolean()) {
                throw new NotThereYet(core.sequence(), sequence);
            }
            step();
        }
    }

    private void step() {
        if (!reader.next()) {
            throw new IllegalStateException(
                    "a promised frame cannot be read: " + reader.end().describe());
        }
        long read = reader.frame().sequence();
        if (read > base.sequence()) rerun.frame(reader);
        else if (read == base.sequence() && reader.tip().hash() != base.hash()) throw other();
    }

    private OtherHistory other() {
        return new OtherHistory("a core stands behind sequence=" + base.sequence() + " of another history");
    }

    Core core() {
        return image.core();
    }

    CoreImage image() {
        return image;
    }

    long sequence() {
        return image.core().sequence();
    }

    Tip tip() {
        if (tip.sequence() != sequence()) tip = reader.tip();
        return tip;
    }

    @Override
    public void close() {
        reader.close();
    }
}
