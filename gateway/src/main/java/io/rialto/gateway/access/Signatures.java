package io.rialto.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client signs: {@code METHOD \n path \n raw query \n timestamp \n nonce \n sha256hex(raw body)}, by
 * HMAC-SHA256 under the secret's characters, in lower-case hex, or by Ed25519, in base64. Thread-safe.
 */
public final class Signatures {
    private static final String HMAC = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();
    private static final String ED25519 = "Ed25519";
    private static final int ED25519_BYTES = 32;

    /** What stands before the 32 bytes of the key in its X.509 form. */
    private static final byte[] ED25519_HEAD = HEX.parseHex("302a300506032b6570032100");

    private Signatures() {}

    /** The signature of a request, as a client makes it. */
    public static String sign(byte[] secret, String signedText) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return HEX.formatHex(mac.doFinal(signedText.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign: algorithm=" + HMAC, e);
        }
    }

    public static String signedText(
            String method, String path, String rawQuery, String timestamp, String nonce, byte[] body) {
        return signedText(method + "\n" + path + "\n" + rawQuery, timestamp, nonce, body);
    }

    /** @param request its first three lines */
    static String signedText(String request, String timestamp, String nonce, byte[] body) {
        return String.join("\n", request, timestamp, nonce, HEX.formatHex(sha256().digest(body)));
    }

    /** By a secret that is opened when it is asked for first. */
    static ApiKey.Signing hmac(Supplier<byte[]> opening) {
        return new ApiKey.Signing() {
            private volatile byte[] secret;

            @Override
            public boolean fits(String text, String signature) {
                if (secret == null) secret = opening.get();
                return same(sign(secret, text), signature);
            }
        };
    }

    /** @param publicKey 32 bytes in base64 */
    static ApiKey.Signing ed25519(String publicKey) {
        PublicKey key = publicKey(Base64.getDecoder().decode(publicKey));
        return (text, signature) -> isVerified(key, text, signature);
    }

    private static boolean isVerified(PublicKey key, String text, String signature) {
        try {
            Signature ed25519 = Signature.getInstance(ED25519);
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | SignatureException malformed) {
            return false; // no base64, or not as long as a signature is
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot verify: algorithm=" + ED25519, e);
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        byte[] encoded = Arrays.copyOf(ED25519_HEAD, ED25519_HEAD.length + ED25519_BYTES);
        System.arraycopy(raw, 0, encoded, ED25519_HEAD.length, ED25519_BYTES);
        try {
            return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of Ed25519", e);
        }
    }

    /** The 32 bytes in base64 of a public key that came as such, or in its X.509 form; empty for anything else. */
    public static Optional<String> ed25519Key(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            int head = ED25519_HEAD.length;
            boolean isEncoded =
                    bytes.length == head + ED25519_BYTES && Arrays.equals(bytes, 0, head, ED25519_HEAD, 0, head);
            byte[] raw = isEncoded ? Arrays.copyOfRange(bytes, head, bytes.length) : bytes;
            if (raw.length != ED25519_BYTES) return Optional.empty();
            publicKey(raw);
            return Optional.of(Base64.getEncoder().encodeToString(raw));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes the same time wherever the two differ. */
    static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
