package io.rialto.engine.agenda;

import io.rialto.protocol.frame.Frame;
import java.util.Arrays;

/** All that may follow from a command, in the order in which it follows; what one causes, an earlier one may follow again. */
public final class Consequences {
    private Consequence[] consequences = {};
    private boolean areLeft;

    /** Follows after all that were added before. */
    public void add(Consequence consequence) {
        consequences = Arrays.copyOf(consequences, consequences.length + 1);
        consequences[consequences.length - 1] = consequence;
    }

    /** The same for several, the first first. */
    public void addAll(Consequence... several) {
        for (Consequence consequence : several) add(consequence);
    }

    /** Whether something is left for the next frame. */
    public boolean arePending() {
        for (Consequence consequence : consequences) {
            if (consequence.isPending()) return true;
        }
        return false;
    }

    /** What the frame before had no room for; false when this one has none for all of it either. */
    public boolean areLeftOnesDone(Frame frame) {
        return !areLeft || areAllDone(frame);
    }

    /** Whatever may be pending now is looked at when the next frame begins. */
    public void areLeft() {
        areLeft = true;
    }

    /** False when the frame had no room for all of it. */
    public boolean areAllDone(Frame frame) {
        areLeft = !areDone(frame);
        return !areLeft;
    }

    private boolean areDone(Frame frame) {
        int next = 0;
        while (next < consequences.length) {
            if (!consequences[next].isPending()) {
                next++;
            } else if (consequences[next].isDone(frame)) {
                next = 0;
            } else {
                return false;
            }
        }
        return true;
    }
}
