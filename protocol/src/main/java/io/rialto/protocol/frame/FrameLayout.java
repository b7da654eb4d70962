package io.rialto.protocol.frame;

/**
 * The fixed numbers of a frame: {@code header · [Request] · command · event · event …}, little endian, every part on a
 * multiple of eight bytes.
 *
 * <p>The header is the schema's {@code FrameHeader}; every other part is an SBE message behind its message header.
 */
public final class FrameLayout {
    /** Bytes of the header, and so the offset of the first part. */
    public static final int HEADER_LENGTH = 64;

    /** Bytes of the message header before every part. */
    public static final int PART_HEADER_LENGTH = 8;

    /** The bytes {@code RLTF}, read as a little-endian int. */
    public static final int MAGIC = 0x46544C52;

    /** The layout that this code writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    /** No frame is longer; a length beyond it is damage. */
    public static final int MAX_LENGTH = 4 << 20;

    /** First byte that the checksum covers; the magic and the checksum itself come before. */
    public static final int CHECKED_FROM = 8;

    /** Events of one frame at the most: the rule that stops an aggressor or a mass cancel counts with it. */
    public static final int MAX_EVENTS = 4096;

    private FrameLayout() {}

    /** The next multiple of eight. */
    public static int aligned(int length) {
        return length + 7 & ~7;
    }
}
