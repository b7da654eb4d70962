package io.rialto.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client signs: {@code METHOD \n path \n raw query \n timestamp \n nonce \n sha256hex(raw body)}, by
 * HMAC-SHA256 under the secret's characters, in lower-case hex. Thread-safe.
 */
public final class Signatures {
    private static final String HMAC = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();

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
        return String.join("\n", method, path, rawQuery, timestamp, nonce, HEX.formatHex(sha256().digest(body)));
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
