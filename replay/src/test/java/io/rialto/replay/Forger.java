package io.rialto.replay;

import io.rialto.journal.JournalReader;
import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.FrameHeaderEncoder;
import io.rialto.protocol.frame.Crc32c;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.frame.Xxh64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Changes history with every checksum and link made good again, so that only running it again can find it out. */
final class Forger {
    private final Path file;
    private final UnsafeBuffer bytes;
    private final List<Integer> starts = new ArrayList<>();

    Forger(Path data) throws IOException {
        Path journal = data.resolve("journal");
        try (JournalReader reader = JournalReader.open(journal)) {
            Path only = journal;
            while (reader.next()) {
                only = reader.file();
                starts.add((int) reader.position());
            }
            file = only;
        }
        bytes = new UnsafeBuffer(Files.readAllBytes(file));
    }

    int frames() {
        return starts.size();
    }

    FrameView frame(int sequence) {
        return new FrameView().wrap(bytes, start(sequence));
    }

    int start(int sequence) {
        return starts.get(sequence - 1);
    }

    UnsafeBuffer bytes() {
        return bytes;
    }

    /** The first frame that has an event of this type. */
    int withEvent(int templateId) {
        for (int sequence = 1; sequence <= frames(); sequence++) {
            FrameView view = frame(sequence);
            while (view.nextEvent()) {
                if (view.eventType() == templateId) return sequence;
            }
        }
        throw new AssertionError("no frame has an event of type " + templateId);
    }

    /** Writes the file with links and checksums made good from this frame on. */
    void forge(int from) throws IOException {
        FrameHeaderDecoder header = new FrameHeaderDecoder();
        FrameHeaderEncoder sealed = new FrameHeaderEncoder();
        Crc32c crc = new Crc32c();
        for (int sequence = from; sequence <= frames(); sequence++) {
            int start = start(sequence);
            if (sequence > 1) sealed.wrap(bytes, start).previousHash(hash(sequence - 1));
            int length = header.wrap(bytes, start, FrameLayout.HEADER_LENGTH, 1).length();
            int checked = FrameLayout.CHECKED_FROM;
            sealed.wrap(bytes, start).crc(crc.of(bytes, start + checked, length - checked));
        }
        write();
    }

    /** Exchanges two neighbours of one length. */
    void swap(int sequence) {
        int length = frame(sequence).length();
        if (length != frame(sequence + 1).length() || start(sequence + 1) != start(sequence) + length) {
            throw new AssertionError("frame " + sequence + " has no neighbour of its length");
        }
        byte[] first = new byte[length];
        bytes.getBytes(start(sequence), first);
        bytes.putBytes(start(sequence), bytes, start(sequence + 1), length);
        bytes.putBytes(start(sequence + 1), first);
    }

    /** Takes a frame out of its excerpt: what follows in the excerpt moves up over it. */
    void remove(int sequence) {
        int length = frame(sequence).length();
        int last = sequence;
        while (last < frames() && start(last + 1) == start(last) + frame(last).length()) last++;
        int end = start(last) + frame(last).length();
        for (int at = start(sequence); at < end - length; at++) bytes.putByte(at, bytes.getByte(at + length));
        bytes.setMemory(end - length, length, (byte) 0);
    }

    /** The first frame from here on whose successor stands right behind it and is as long. */
    int twin(int from) {
        for (int sequence = from; sequence < frames(); sequence++) {
            int length = frame(sequence).length();
            if (length == frame(sequence + 1).length() && start(sequence + 1) == start(sequence) + length) {
                return sequence;
            }
        }
        throw new AssertionError("no two neighbours of one length");
    }

    void write() throws IOException {
        Files.write(file, bytes.byteArray());
    }

    private long hash(int sequence) {
        return Xxh64.hash(bytes, start(sequence), frame(sequence).length());
    }
}
