package io.rialto.bench.sockets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Asks for one thing once it is open, and hears what comes.
 *
 * @param texts hears of each text, on the thread that reads
 */
public record Asker(byte[] wish, Consumer<ByteBuffer> texts) implements LeanSocket.Ear {
    public Asker(String wish, Consumer<ByteBuffer> texts) {
        this(wish.getBytes(StandardCharsets.UTF_8), texts);
    }

    @Override
    public void opened(LeanSocket socket) throws IOException {
        socket.say(wish);
    }

    @Override
    public void text(ByteBuffer payload) {
        texts.accept(payload);
    }
}
