package io.rialto.gateway.ingress;

import io.rialto.protocol.Door;
import io.rialto.protocol.RequestEncoder;
import io.rialto.protocol.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * Who asks, by which door, and how the same request is known again. Becomes the frame's Request part.
 *
 * <p>The idempotency key itself stays outside of history: both halves of 128 bits of its SHA-256 go in, zero without a
 * key.
 *
 * @param actor the account whose key signed; 0 for the first administrator, below zero for others
 * @param trader the person behind it, by number; 0 for programs
 * @param apiKey the key's number; 0 without one
 * @param session the connection that an order ends with, if its owner wants that; 0 without one
 */
public record Origin(
        int actor,
        int trader,
        int apiKey,
        int session,
        Door door,
        long keyHigh,
        long keyLow,
        long bodyHash,
        UUID correlation) {

    /** The venue itself, on its first start. */
    public static final Origin VENUE = new Origin(0, 0, 0, 0, Door.VENUE, 0, 0, 0, new UUID(0, 0));

    public static Origin of(int actor, Optional<String> idempotencyKey, long bodyHash, UUID correlation) {
        RequestKey key = idempotencyKey.map(RequestKey::of).orElse(RequestKey.NONE);
        return new Origin(actor, 0, 0, 0, Door.HTTP, key.high(), key.low(), bodyHash, correlation);
    }

    /** Method, path, query and body in one number: the same key must mean the same request. */
    public static long bodyHash(String method, String path, String rawQuery, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((method + "\n" + path + "\n" + rawQuery + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(body)).getLong();
    }

    /**
     * For the further commands of one request, each with a key of its own that follows from the request's: so a
     * request that was cut off in the middle is completed when it comes again.
     */
    public Origin step(int number) {
        if (!hasKey()) return this;
        RequestKey next = RequestKey.hashed(ByteBuffer.allocate(20)
                .putLong(keyHigh)
                .putLong(keyLow)
                .putInt(number)
                .array());
        return new Origin(actor, trader, apiKey, session, door, next.high(), next.low(), bodyHash, correlation);
    }

    /** Signed by that key. */
    public Origin with(int key) {
        return new Origin(actor, trader, key, session, door, keyHigh, keyLow, bodyHash, correlation);
    }

    /** Sent by that person; 0 is nobody. */
    public Origin behind(int person) {
        return new Origin(actor, person, apiKey, session, door, keyHigh, keyLow, bodyHash, correlation);
    }

    /** The venue itself for somebody it does not know yet: once for each key, which no client can choose. */
    public static Origin forNewcomer(int person, byte[] secretKey, UUID correlation) {
        RequestKey key = RequestKey.hashed(secretKey);
        return new Origin(0, person, 0, 0, Door.VENUE, key.high(), key.low(), person, correlation);
    }

    /** Who asks, for a command that is not the request itself. */
    public Origin keyless() {
        return new Origin(actor, trader, apiKey, 0, Door.HTTP, 0, 0, 0, correlation);
    }

    /** The same request by another door. */
    public Origin by(Door other) {
        return new Origin(actor, trader, apiKey, session, other, keyHigh, keyLow, bodyHash, correlation);
    }

    /** By a connection of its own. */
    public Origin over(int connection) {
        return new Origin(actor, trader, apiKey, connection, Door.WEBSOCKET, keyHigh, keyLow, bodyHash, correlation);
    }

    public boolean hasKey() {
        return keyHigh != 0 || keyLow != 0;
    }

    void write(Frame frame) {
        RequestEncoder request =
                new RequestEncoder().wrapAndApplyHeader(frame.buffer(), frame.requestOffset(), frame.partHeader());
        request.keyHigh(keyHigh)
                .keyLow(keyLow)
                .bodyHash(bodyHash)
                .correlationHigh(correlation.getMostSignificantBits())
                .correlationLow(correlation.getLeastSignificantBits())
                .actor(actor)
                .door(door)
                .trader(trader)
                .key(apiKey)
                .session(session);
        frame.requestEncoded(request.encodedLength());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
