package io.rialto.engine.batch;

import org.agrona.DirectBuffer;

/** The client order ids that the parts of one command carry: none may come twice. Threading: the core's thread only. */
public final class Names {
    private final int[] offsets;
    private int count;

    /** @param most parts of a command */
    public Names(int most) {
        offsets = new int[most];
    }

    public void clear() {
        count = 0;
    }

    /** Takes the name that stands here behind its length; false when a part before has the same. */
    public boolean isNew(DirectBuffer buffer, int name) {
        int length = buffer.getShort(name);
        if (length == 0) return true;
        for (int i = 0; i < count; i++) if (isSame(buffer, offsets[i], name, length)) return false;
        offsets[count++] = name;
        return true;
    }

    private static boolean isSame(DirectBuffer buffer, int one, int other, int length) {
        for (int i = 0; i < Short.BYTES + length; i++) {
            if (buffer.getByte(one + i) != buffer.getByte(other + i)) return false;
        }
        return true;
    }
}
