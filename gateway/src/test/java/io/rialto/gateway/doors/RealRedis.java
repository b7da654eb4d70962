package io.rialto.gateway.doors;

import java.io.IOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis of a test's own, on a free port of the loopback address, with nothing on disk. It is away until it is started. */
public final class RealRedis implements AutoCloseable {
    private final int port;
    private RedisServer server;

    public RealRedis() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** Also once more, and then empty, after a stop. */
    public RealRedis start() throws IOException {
        server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return this;
    }

    public void stop() throws IOException {
        if (server != null) server.stop();
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
