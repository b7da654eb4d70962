package io.rialto.gateway.meters;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * The line to one Redis. Never waits for one that is away: a command to it fails at once.
 *
 * <p>Thread-safe. What goes wrong is thrown as it comes.
 */
public final class RedisLink implements AutoCloseable {
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

    /**
     * The one that is configured, if any.
     *
     * @throws IOException when the file with its password cannot be read
     */
    public static Optional<RedisLink> to(VenueConfig.Redis config) throws IOException {
        if (config.address().isEmpty()) return Optional.empty();
        RedisURI address = RedisURI.create(config.address().get());
        if (config.passwordFile().isPresent()) {
            String password = Files.readString(config.passwordFile().get()).strip();
            address.setCredentialsProvider(new StaticCredentialsProvider(null, password.toCharArray()));
        }
        return Optional.of(new RedisLink(address, Duration.ofMillis(config.timeoutMillis())));
    }

    /** A connection that answers now. */
    public synchronized StatefulRedisConnection<String, byte[]> answering() {
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
