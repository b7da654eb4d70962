package io.rialto.protocol.frame;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/**
 * CRC32C (Castagnoli) over bytes of a buffer, without allocating for a buffer that it has just seen.
 *
 * <p>Threading: one thread.
 */
public final class Crc32c {
    private final CRC32C crc = new CRC32C();
    private ByteBuffer source;
    private ByteBuffer window;

    public int of(DirectBuffer buffer, int offset, int length) {
        crc.reset();
        if (buffer.byteArray() != null) {
            crc.update(buffer.byteArray(), buffer.wrapAdjustment() + offset, length);
        } else {
            ByteBuffer bytes = windowOn(buffer.byteBuffer());
            int start = buffer.wrapAdjustment() + offset;
            crc.update(bytes.limit(start + length).position(start));
        }
        return (int) crc.getValue();
    }

    private ByteBuffer windowOn(ByteBuffer bytes) {
        if (source != bytes) {
            source = bytes;
            window = bytes.duplicate();
        }
        return window.clear();
    }
}
