package io.rialto.replay.snapshot;

import io.rialto.engine.Core;
import io.rialto.protocol.frame.Frame;
import io.rialto.replay.image.CoreImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which program this is: a hash over the bytes of all that decides and of what keeps it. Another release runs history
 * again from its beginning, since what it decides is to be compared and not to be believed.
 */
final class ProgramCode {
    private static final long HASH = hashed();

    private ProgramCode() {}

    static long hash() {
        return HASH;
    }

    private static long hashed() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : List.of(Core.class, Frame.class, CoreImage.class)) add(digest, home(part));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own code cannot be read", unreadable);
        } catch (NoSuchAlgorithmException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An archive, or a folder of classes. */
    private static Path home(Class<?> part) throws URISyntaxException {
        return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void add(MessageDigest digest, Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }
}
