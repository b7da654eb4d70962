package io.rialto.bench.venue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request as the venue's interface asks: HMAC-SHA256 over method, path, raw query, timestamp, nonce and the
 * body's digest, one a line.
 *
 * <p>Threading: any.
 */
public final class RequestSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final String key;
    private final SecretKeySpec secret;

    public RequestSigner(String key, String secret) {
        this.key = key;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The four headers of one request, name and value in turn. */
    public List<String> sign(String method, String target, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        String timestamp = Long.toString(System.currentTimeMillis());
        String nonce = UUID.randomUUID().toString();
        String payload = String.join("\n", method, path, query, timestamp, nonce, digest(body));
        return List.of(
                "X-API-Key",
                key,
                "X-API-Timestamp",
                timestamp,
                "X-API-Nonce",
                nonce,
                "X-API-Signature",
                signature(payload));
    }

    private String signature(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
