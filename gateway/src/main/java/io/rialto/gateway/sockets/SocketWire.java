package io.rialto.gateway.sockets;

import io.rialto.gateway.fanout.Wire;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** A connection's way out: frames of bytes that many connections share, which the session's own API does not take. */
final class SocketWire implements Wire {
    private static final long PARTING_SECONDS = 2;

    private final Session session;
    private final CoreSession core;

    SocketWire(Session session) {
        this.session = session;
        core = ((WebSocketSession) session).getCoreSession();
    }

    @Override
    public void write(byte[] utf8, boolean hasMore, Runnable written) {
        Callback done = Callback.from(written, failure -> written.run());
        core.sendFrame(new Frame(OpCode.TEXT, ByteBuffer.wrap(utf8)), done, hasMore);
    }

    /** Who does not read will not read that either: he is cut off. */
    @Override
    public void end(int status, String reason) {
        session.close(status, reason, org.eclipse.jetty.websocket.api.Callback.NOOP);
        CompletableFuture.delayedExecutor(PARTING_SECONDS, TimeUnit.SECONDS).execute(session::disconnect);
    }
}
