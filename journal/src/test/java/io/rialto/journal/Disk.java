package io.rialto.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What a bad disk does to files. */
final class Disk {
    private Disk() {}

    /** Where a frame stands. */
    record Place(long sequence, Path file, long offset, int length) {
        long end() {
            return offset + length;
        }
    }

    static List<Place> places(Path directory) {
        List<Place> places = new java.util.ArrayList<>();
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) {
                places.add(new Place(
                        reader.frame().sequence(),
                        reader.file(),
                        reader.position(),
                        reader.frame().length()));
            }
        }
        return places;
    }

    static List<Path> queueFiles(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".cq4")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path copy(Path directory, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!file.toString().endsWith(".cq4t")) copyWritten(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** Holes stay holes. */
    private static void copyWritten(Path file, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(file);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(1 << 16);
            byte[] zeros = new byte[1 << 16];
            long at = 0;
            for (; in.read(block.clear(), at) > 0; at += block.limit()) {
                block.flip();
                if (!java.util.Arrays.equals(block.array(), 0, block.limit(), zeros, 0, block.limit())) {
                    int length = block.limit();
                    out.write(block, at);
                    block.limit(length);
                }
            }
            if (out.size() < at) out.write(ByteBuffer.allocate(1), at - 1);
        }
    }

    /** Cuts what was never written off the last file, so that reading it takes no time. */
    static void trim(Path directory) throws IOException {
        Place last = places(directory).get(places(directory).size() - 1);
        truncate(last.file(), last.end() + 4096);
    }

    static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() > size) channel.truncate(size);
        }
    }

    static byte[] read(Path file, long at, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) continue;
            return bytes.array();
        }
    }

    static void write(Path file, long at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    static void zero(Path file, long from, long to) throws IOException {
        write(file, from, new byte[(int) (to - from)]);
    }
}
