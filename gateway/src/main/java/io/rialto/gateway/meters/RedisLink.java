package io.rialto.gateway.meters;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;

/**
 * The line to one Redis. Never waits for one that is away: a command to it fails at once.
 *
 * <p>Thread-safe. What goes wrong is thrown as it comes.
 */
final class RedisLink implements AutoCloseable {
    private final RedisClient client;
    private StatefulRedisConnection<String, byte[]> connection;

    RedisLink(RedisURI address, Duration timeout) {
        address.setTimeout(timeout);
        client = RedisClient.create(address);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
                .build());
    }

    /** A connection that answers now. */
    synchronized StatefulRedisConnection<String, byte[]> answering() {
        if (connection == null) {
            connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        }
        connection.sync().ping();
        return connection;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
