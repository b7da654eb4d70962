package io.rialto.protocol.schema;

import java.nio.ByteOrder;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * One fixed field of a message, as the schema lays it out.
 *
 * @param type the schema's name of its type, {@code Ticks} or {@code uint8} for instance
 * @param offset from the start of the block, in bytes
 * @param names of an enum's values; empty for every other type
 */
public record Field(
        String name,
        String type,
        Primitive primitive,
        int offset,
        int length,
        boolean optional,
        Map<Long, String> names) {

    /** The wire types that the schema uses. */
    public enum Primitive {
        INT32(4),
        INT64(8),
        UINT8(1),
        UINT16(2),
        UINT32(4),
        CHAR(1);

        final int size;

        Primitive(int size) {
            this.size = size;
        }
    }

    public int end() {
        return offset + primitive.size * length;
    }

    public boolean isText() {
        return primitive == Primitive.CHAR;
    }

    public boolean isEnum() {
        return !names.isEmpty();
    }

    /** A number that only counts, whose size would lose digits where numbers are doubles. */
    public boolean isIdentity() {
        return type.equals("OrderNumber") || type.equals("TradeNumber") || type.equals("TransferNumber");
    }

    /** Half of a hash: shown in hexadecimal. */
    public boolean isHash() {
        return name.endsWith("High") || name.endsWith("Low") || name.endsWith("Hash");
    }

    public long number(DirectBuffer buffer, int block) {
        int at = block + offset;
        return switch (primitive) {
            case INT32 -> buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            case INT64 -> buffer.getLong(at, ByteOrder.LITTLE_ENDIAN);
            case UINT8, CHAR -> buffer.getByte(at) & 0xFF;
            case UINT16 -> buffer.getShort(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
            case UINT32 -> buffer.getInt(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF_FFFFL;
        };
    }

    /** Whether the number stands for no value at all. */
    public boolean isNull(long number) {
        if (isEnum()) return !names.containsKey(number) && number == largest();
        return optional && number == (primitive == Primitive.INT64 ? Long.MIN_VALUE : Integer.MIN_VALUE);
    }

    private long largest() {
        return primitive == Primitive.UINT8 ? 0xFF : 0xFFFF;
    }

    public String text(DirectBuffer buffer, int block) {
        return ascii(buffer, block + offset, length);
    }

    /** Up to the first zero; what is not printable ASCII becomes a question mark. */
    public static String ascii(DirectBuffer buffer, int at, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            byte b = buffer.getByte(at + i);
            if (b == 0) break;
            text.append(b >= ' ' && b <= '~' ? (char) b : '?');
        }
        return text.toString();
    }
}
