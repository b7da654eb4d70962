package io.rialto.gateway.ingress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An idempotency key as history knows it: 128 bits of its SHA-256. */
public record RequestKey(long high, long low) {
    static final RequestKey NONE = new RequestKey(0, 0);

    public static RequestKey of(String idempotencyKey) {
        return hashed(idempotencyKey.getBytes(StandardCharsets.UTF_8));
    }

    static RequestKey hashed(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(Origin.sha256().digest(bytes));
        return new RequestKey(hash.getLong(), hash.getLong());
    }
}
