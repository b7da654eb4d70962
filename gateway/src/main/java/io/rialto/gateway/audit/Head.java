package io.rialto.gateway.audit;

import io.rialto.gateway.control.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The newest entry that this gateway wrote, as it remembers it outside of the database: a list whose end was cut off is shorter than
 * that. Immutable.
 */
record Head(long number, String hash) {
    static final Head NONE = new Head(0, "");

    static Head of(long number, byte[] hash) {
        return new Head(number, HexFormat.of().formatHex(hash));
    }

    /** @throws IOException when there is a file that is none of ours */
    static Head read(Path file) throws IOException {
        if (!Files.exists(file)) return NONE;
        String[] words = Files.readString(file).strip().split(" ");
        try {
            return new Head(Long.parseLong(words[0]), words[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("must hold the number and the hash of an audit entry: file=" + file, e);
        }
    }

    void write(Path file) throws IOException {
        OwnerFile.write(file, (number + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
