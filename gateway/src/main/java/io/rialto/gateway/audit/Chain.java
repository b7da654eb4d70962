package io.rialto.gateway.audit;

import io.rialto.gateway.control.Sealing;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Binds every entry to all before it: the hash of an entry is of the hash before it and of everything the entry says. It is an
 * HMAC-SHA256 under a key that follows from the venue's master key, so who has the database alone cannot write a chain anew.
 * Thread-safe.
 */
final class Chain {
    /** Before the first entry. */
    static final byte[] BEGINNING = new byte[32];

    private static final byte[] NAME = "audit chain\n".getBytes(StandardCharsets.US_ASCII);

    private final Sealing sealing;

    Chain(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] hash(byte[] before, Entry entry) {
        return sealing.derive(bytes(before, entry));
    }

    /** Every text with its length before it, so that no two entries are the same bytes. */
    private static byte[] bytes(byte[] before, Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(NAME);
            out.write(before);
            out.writeLong(entry.number());
            out.writeLong(entry.atMillis());
            text(out, entry.kind().name());
            out.writeLong(entry.about());
            text(out, entry.actor());
            out.writeInt(entry.account());
            text(out, entry.action());
            text(out, entry.path());
            text(out, entry.reason());
            out.writeInt(entry.status());
            text(out, entry.code());
            out.writeLong(entry.sequence());
            text(out, entry.address());
            text(out, entry.userAgent());
            text(out, entry.correlation());
            text(out, entry.subject());
            out.writeInt(entry.times());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
