package io.rialto.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers each nonce for as long as its request could be taken again, also across a restart.
 *
 * <p>A nonce is kept as 128 bits of a hash over key and nonce, in memory and in append-only files, one file for each ten
 * seconds of request time. The page cache holds what is written, so a killed process loses none. A file is dropped when
 * no request of its time could pass the window any more.
 *
 * <p>Thread-safe. Memory and disk are bounded by the number of nonces that may be alive at once.
 */
final class NonceLog implements AutoCloseable {
    /** What became of a nonce. */
    enum Taken {
        FRESH,
        REUSED,
        FULL
    }

    private static final long FILE_MILLIS = 10_000;
    private static final int RECORD_BYTES = 16;
    private static final String SUFFIX = ".nonces";

    private record Nonce(long high, long low) {}

    private final Path directory;
    private final long keptMillis;
    private final int limit;
    private final ConcurrentHashMap<Nonce, Long> alive = new ConcurrentHashMap<>();
    private final Map<Long, FileChannel> files = new HashMap<>();
    private volatile long sweptFile;

    private NonceLog(Path directory, long keptMillis, int limit) {
        this.directory = directory;
        this.keptMillis = keptMillis;
        this.limit = limit;
    }

    /**
     * @param keptMillis how long after its timestamp a request could still pass, the widest window
     * @param limit nonces alive at once, at the most
     */
    static NonceLog open(Path directory, long keptMillis, int limit, long nowMillis) throws IOException {
        Files.createDirectories(directory);
        NonceLog log = new NonceLog(directory, keptMillis, limit);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : found) log.load(file, nowMillis);
        }
        return log;
    }

    /** Takes the nonce, if nobody has: on return it is written down. */
    Taken take(String keyId, String nonce, long timestampMillis, long nowMillis) {
        sweep(nowMillis);
        if (alive.size() >= limit) return Taken.FULL;
        Nonce hashed = hashed(keyId, nonce);
        long file = Math.floorDiv(timestampMillis, FILE_MILLIS);
        if (alive.putIfAbsent(hashed, file) != null) return Taken.REUSED;
        append(file, hashed);
        return Taken.FRESH;
    }

    private synchronized void append(long file, Nonce nonce) {
        try {
            FileChannel channel = files.get(file);
            if (channel == null) {
                channel = FileChannel.open(path(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                files.put(file, channel);
            }
            ByteBuffer bytes = ByteBuffer.allocate(RECORD_BYTES)
                    .putLong(nonce.high)
                    .putLong(nonce.low)
                    .flip();
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the nonce log could not be written: directory=" + directory, e);
        }
    }

    private void sweep(long nowMillis) {
        long firstKept = Math.floorDiv(nowMillis - keptMillis, FILE_MILLIS);
        if (firstKept > sweptFile) drop(firstKept);
    }

    private synchronized void drop(long firstKept) {
        if (firstKept <= sweptFile) return;
        sweptFile = firstKept;
        alive.values().removeIf(file -> file < firstKept);
        try {
            for (Long file : files.keySet().stream().filter(f -> f < firstKept).toList()) {
                files.remove(file).close();
                Files.deleteIfExists(path(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the nonce log could not drop a file: directory=" + directory, e);
        }
    }

    private void load(Path path, long nowMillis) throws IOException {
        String name = path.getFileName().toString();
        long file = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        if (file < Math.floorDiv(nowMillis - keptMillis, FILE_MILLIS)) {
            Files.delete(path);
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        while (bytes.remaining() >= RECORD_BYTES) alive.put(new Nonce(bytes.getLong(), bytes.getLong()), file);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        channel.truncate(bytes.position());
        channel.position(bytes.position());
        files.put(file, channel);
    }

    private Path path(long file) {
        return directory.resolve(file + SUFFIX);
    }

    private static Nonce hashed(String keyId, String nonce) {
        MessageDigest digest = Signatures.sha256();
        digest.update(keyId.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(nonce.getBytes(StandardCharsets.UTF_8)));
        return new Nonce(hash.getLong(), hash.getLong());
    }

    @Override
    public synchronized void close() throws IOException {
        for (FileChannel channel : files.values()) channel.close();
        files.clear();
    }
}
