package io.rialto.replay.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of numbers as bytes, big end first, many at a time. Their lengths are not written here. */
final class NumberArrays {
    private static final int CHUNK_BYTES = 1 << 16;

    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);

    void write(DataOutputStream out, Object array) throws IOException {
        if (array instanceof byte[] bytes) out.write(bytes);
        else if (array instanceof long[] longs) write(out, longs);
        else if (array instanceof int[] ints) write(out, ints);
        else if (array instanceof boolean[] flags) for (boolean flag : flags) out.writeBoolean(flag);
        else if (array instanceof short[] shorts) for (short each : shorts) out.writeShort(each);
        else if (array instanceof char[] letters) for (char each : letters) out.writeChar(each);
        else throw unknown(array);
    }

    void read(DataInputStream in, Object array) throws IOException {
        if (array instanceof byte[] bytes) in.readFully(bytes);
        else if (array instanceof long[] longs) read(in, longs);
        else if (array instanceof int[] ints) read(in, ints);
        else if (array instanceof boolean[] flags) for (int i = 0; i < flags.length; i++) flags[i] = in.readBoolean();
        else if (array instanceof short[] shorts) for (int i = 0; i < shorts.length; i++) shorts[i] = in.readShort();
        else if (array instanceof char[] letters) for (int i = 0; i < letters.length; i++) letters[i] = in.readChar();
        else throw unknown(array);
    }

    private void write(DataOutputStream out, long[] numbers) throws IOException {
        int most = CHUNK_BYTES / Long.BYTES;
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            chunk.asLongBuffer().put(numbers, from, count);
            out.write(chunk.array(), 0, count * Long.BYTES);
        }
    }

    private void write(DataOutputStream out, int[] numbers) throws IOException {
        int most = CHUNK_BYTES / Integer.BYTES;
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            chunk.asIntBuffer().put(numbers, from, count);
            out.write(chunk.array(), 0, count * Integer.BYTES);
        }
    }

    private void read(DataInputStream in, long[] numbers) throws IOException {
        int most = CHUNK_BYTES / Long.BYTES;
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            in.readFully(chunk.array(), 0, count * Long.BYTES);
            chunk.asLongBuffer().get(numbers, from, count);
        }
    }

    private void read(DataInputStream in, int[] numbers) throws IOException {
        int most = CHUNK_BYTES / Integer.BYTES;
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            in.readFully(chunk.array(), 0, count * Integer.BYTES);
            chunk.asIntBuffer().get(numbers, from, count);
        }
    }

    private static IllegalArgumentException unknown(Object array) {
        return new IllegalArgumentException(
                "a snapshot has no way to keep a " + array.getClass().getTypeName());
    }
}
