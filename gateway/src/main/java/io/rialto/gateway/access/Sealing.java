package io.rialto.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets at rest: AES-256-GCM under the master key, a fresh nonce each time, bound to the id they belong to, so
 * that a sealed secret moved to another row does not open.
 *
 * <p>Sealed bytes are the nonce (12), the ciphertext and the tag (16). Thread-safe.
 */
final class Sealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();

    Sealing(SecretKey master) {
        this.master = master;
    }

    byte[] seal(String id, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal: cipher=" + CIPHER, e);
        }
    }

    /** @throws IllegalStateException when the bytes, the id or the master key are not those it was sealed with */
    byte[] open(String id, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new IllegalStateException("a sealed secret does not open: key=" + id, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot open seals: cipher=" + CIPHER, e);
        }
    }

    /** Bytes that follow from the name, and that nobody without the master key can foretell. */
    byte[] derive(byte[] name) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(master.getEncoded(), MAC));
            return mac.doFinal(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive: mac=" + MAC, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
