package io.rialto.replay.snapshot;

import io.rialto.journal.scan.Tip;
import io.rialto.replay.image.CoreImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A snapshot as a file: a head, the core's image, and a checksum over both.
 *
 * <pre>
 * magic 8, format 4, code 8, sequence 8, frame hash 8, epoch 4, time 8, state hash 8 | image | CRC-32C 4
 * </pre>
 */
final class SnapshotFile {
    private static final long MAGIC = 0x5249414C544F5350L;
    private static final int FORMAT = 1;
    private static final int BUFFER = 1 << 20;
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    private SnapshotFile() {}

    /** Forced to the device when it returns. */
    static Snapshot write(Path file, CoreImage image, Tip tip) throws IOException {
        long stateHash = image.core().stateHash();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            CheckedOutputStream checked = new CheckedOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            head(out, tip, stateHash);
            image.write(out);
            out.writeInt((int) checked.getChecksum().getValue());
            out.flush();
            channel.force(true);
            return new Snapshot(file, ProgramCode.hash(), tip, stateHash, channel.size());
        }
    }

    private static void head(DataOutputStream out, Tip tip, long stateHash) throws IOException {
        out.writeLong(MAGIC);
        out.writeInt(FORMAT);
        out.writeLong(ProgramCode.hash());
        out.writeLong(tip.sequence());
        out.writeLong(tip.hash());
        out.writeInt(tip.epoch());
        out.writeLong(tip.timeNanos());
        out.writeLong(stateHash);
    }

    /** @throws IOException when this is no snapshot, or of another format */
    static Snapshot head(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            return head(file, in);
        }
    }

    private static Snapshot head(Path file, DataInputStream in) throws IOException {
        if (in.readLong() != MAGIC) throw new IOException("it is no snapshot");
        int format = in.readInt();
        if (format != FORMAT) throw new IOException("its format is " + format + ", not " + FORMAT);
        long code = in.readLong();
        Tip tip = new Tip(in.readLong(), in.readLong(), in.readInt(), in.readLong());
        return new Snapshot(file, code, tip, in.readLong(), Files.size(file));
    }

    /** @throws IOException with the reason why it cannot be believed */
    static Restored read(Path file) throws IOException {
        requireChecksum(file);
        try (DataInputStream in = open(file)) {
            Snapshot head = head(file, in);
            if (head.code() != ProgramCode.hash()) throw new IOException("another release wrote it");
            CoreImage image = CoreImage.read(in);
            long stateHash = image.core().stateHash();
            if (stateHash != head.stateHash()) throw new IOException("the core made from it has another state hash");
            return new Restored(image, head.tip());
        }
    }

    private static void requireChecksum(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocateDirect(BUFFER);
        try (FileChannel channel = FileChannel.open(file)) {
            long left = channel.size() - CHECKSUM_BYTES;
            if (left < 0) throw new EOFException("it is cut short");
            while (left > 0) {
                chunk.clear().limit((int) Math.min(BUFFER, left));
                if (channel.read(chunk) < 0) throw new EOFException("it is cut short");
                left -= chunk.position();
                crc.update(chunk.flip());
            }
            chunk.clear().limit(CHECKSUM_BYTES);
            while (chunk.hasRemaining()) if (channel.read(chunk) < 0) throw new EOFException("it is cut short");
            if (chunk.getInt(0) != (int) crc.getValue()) throw new IOException("its checksum does not hold");
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new DataInputStream(new BufferedInputStream(in, BUFFER));
    }
}
