package io.rialto.engine.listing;

import org.agrona.DirectBuffer;

/** Short ASCII names of a fixed number of bytes, zeros behind, kept as longs. */
public final class Codes {
    private static final byte FIRST_PRINTABLE = '!';
    private static final byte LAST_PRINTABLE = '~';

    private Codes() {}

    /** The words of a name, for a look-up; a name that is too long is cut, and so matches nothing listed but itself. */
    public static long[] words(String name, int words) {
        long[] code = new long[words];
        for (int i = 0; i < name.length() && i < words * Long.BYTES; i++) {
            code[i >> 3] |= (name.charAt(i) & 0xFFL) << (i & 7) * Byte.SIZE;
        }
        return code;
    }

    static void read(DirectBuffer buffer, int offset, long[] code) {
        for (int i = 0; i < code.length; i++) code[i] = buffer.getLong(offset + i * Long.BYTES);
    }

    /** At least one printable character, nothing else, and only zeros after the last. */
    static boolean isWellFormed(DirectBuffer buffer, int offset, int length) {
        int used = 0;
        while (used < length && buffer.getByte(offset + used) != 0) {
            byte letter = buffer.getByte(offset + used);
            if (letter < FIRST_PRINTABLE || letter > LAST_PRINTABLE) return false;
            used++;
        }
        for (int i = used; i < length; i++) if (buffer.getByte(offset + i) != 0) return false;
        return used > 0;
    }

    /** The index of the code among so many, or -1. */
    static int find(long[] codes, int count, long[] code) {
        int words = code.length;
        for (int i = 0; i < count; i++) {
            int same = 0;
            while (same < words && codes[i * words + same] == code[same]) same++;
            if (same == words) return i;
        }
        return -1;
    }
}
