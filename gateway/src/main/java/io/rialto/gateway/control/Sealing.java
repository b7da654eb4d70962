package io.rialto.gateway.control;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals secrets at rest: AES-256-GCM under a key of each secret's own, which PBKDF2 derives from the master key and a fresh
 * salt, with a fresh nonce, bound to the id they belong to, so that a sealed secret moved to another row does not open.
 *
 * <p>Sealed bytes are a mark (4), salt (16), nonce (12), the ciphertext and the tag (16). What was sealed before there was a
 * mark, with the master key itself, still opens. Sealing and opening take some milliseconds. Thread-safe.
 */
public final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] MARK = {'R', 'S', 'L', '2'};
    private static final int SALT_BYTES = 16;
    private static final String DERIVATION = "PBKDF2WithHmacSHA256";
    private static final int KEY_BITS = 256;

    /** The master key is random and not a person's word: rounds only have to be more than a few. */
    private static final int ROUNDS = 20_000;

    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();

    /**
     * Opens the master key in the data directory; makes one on the first start.
     *
     * @param isUsed whether something was sealed already, so that a new key would open nothing
     * @throws IOException when it is not there though it must be, or is none
     */
    public static Sealing open(Path data, boolean isUsed) throws IOException {
        Path master = data.resolve("master.key");
        if (isUsed && !Files.exists(master)) {
            throw new IOException("there are sealed secrets, but not their master key: file=" + master);
        }
        Sealing sealing = new Sealing(OwnerFile.masterKey(master));
        if (OwnerFile.isOpenToOthers(master)) LOG.warn("master key is readable by others: file={}", master);
        return sealing;
    }

    public Sealing(SecretKey master) {
        this.master = master;
    }

    public byte[] seal(String id, byte[] secret) {
        byte[] salt = fresh(SALT_BYTES);
        byte[] nonce = fresh(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, derived(salt), nonce, id).doFinal(secret);
            return ByteBuffer.allocate(MARK.length + SALT_BYTES + NONCE_BYTES + sealed.length)
                    .put(MARK)
                    .put(salt)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal: cipher=" + CIPHER, e);
        }
    }

    /** @throws IllegalStateException when the bytes, the id or the master key are not those it was sealed with */
    public byte[] open(String id, byte[] sealed) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(sealed);
            SecretKey key = master;
            if (!isOld(sealed)) {
                bytes.position(MARK.length);
                key = derived(next(bytes, SALT_BYTES));
            }
            byte[] nonce = next(bytes, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, id).doFinal(next(bytes, bytes.remaining()));
        } catch (AEADBadTagException | BufferUnderflowException | IllegalArgumentException e) {
            throw new IllegalStateException("a sealed secret does not open: key=" + id, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot open seals: cipher=" + CIPHER, e);
        }
    }

    /** Whether it was sealed before each secret had a key of its own: it ought to be sealed again. */
    public static boolean isOld(byte[] sealed) {
        return sealed.length < MARK.length || !Arrays.equals(sealed, 0, MARK.length, MARK, 0, MARK.length);
    }

    private SecretKey derived(byte[] salt) throws GeneralSecurityException {
        char[] words = Base64.getEncoder().encodeToString(master.getEncoded()).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(words, salt, ROUNDS, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance(DERIVATION)
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } finally {
            spec.clearPassword();
            Arrays.fill(words, ' ');
        }
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** Bytes that follow from the name, and that nobody without the master key can foretell. */
    public byte[] derive(byte[] name) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(master.getEncoded(), MAC));
            return mac.doFinal(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive: mac=" + MAC, e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
