package io.rialto.gateway.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Files that only their owner may read, from the first byte on: never written open and closed later. */
public final class OwnerFile {
    private static final int MASTER_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OwnerFile() {}

    /** Whole or not at all: written beside, forced, then moved into place. */
    public static void write(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel =
                FileChannel.open(beside, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static boolean isOpenToOthers(Path file) throws IOException {
        return !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    }

    /** The master key, made on the first start. */
    public static SecretKey masterKey(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[MASTER_BYTES];
            new SecureRandom().nextBytes(fresh);
            write(file, Base64.getEncoder().encode(fresh));
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file).trim());
        } catch (IllegalArgumentException e) {
            throw new IOException("master key must be 32 bytes in base64: file=" + file, e);
        }
        if (key.length != MASTER_BYTES) {
            throw new IOException("master key must be 32 bytes in base64: file=" + file + " bytes=" + key.length);
        }
        return new SecretKeySpec(key, "AES");
    }
}
