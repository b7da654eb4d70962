package io.rialto.replay.snapshot;

import io.rialto.engine.Core;
import io.rialto.journal.scan.Tip;
import io.rialto.replay.image.CoreImage;

/** A core that stands where a snapshot was taken. Its owner's thread only. */
public final class Restored {
    private final CoreImage image;
    private final Tip tip;

    Restored(CoreImage image, Tip tip) {
        this.image = image;
        this.tip = tip;
    }

    public Core core() {
        return image.core();
    }

    /** The frame behind which it stands. */
    public Tip tip() {
        return tip;
    }

    /** The same core, as one that can be kept again. */
    public CoreImage image() {
        return image;
    }
}
