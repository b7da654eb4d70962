package io.rialto.gateway.connections;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads on for a while what a client still sends after its answer was given: a connection that is closed over bytes nobody
 * read is reset, and a reset can take the answer away before the client has seen it (RFC 9112, section 9.6).
 *
 * <p>Bounded in bytes and time, and without a thread of its own. Thread-safe.
 */
public final class Lingering extends Handler.Wrapper {
    /** A client that goes on sending more than this was not about to read the answer. */
    static final int MOST_BYTES = 1 << 20;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!mayLeaveBytes(request)) return super.handle(request, response, callback);
        Callback end = Callback.from(() -> new Rest(request, callback).read(), callback::failed);
        return super.handle(new LeftToRead(request), response, end);
    }

    /** Who answers early gives the rest up, and the connection with it: here somebody still reads it. */
    private static final class LeftToRead extends Request.Wrapper {
        LeftToRead(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }

    private static boolean mayLeaveBytes(Request request) {
        HttpField length = request.getHeaders().getField(HttpHeader.CONTENT_LENGTH);
        if (length != null) return length.getLongValue() > 0 && length.getLongValue() <= MOST_BYTES;
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Of one request's body. One thread at a time: the next is asked for when the one before has been read. */
    private static final class Rest {
        private final Request request;
        private final Callback callback;
        private final long begunNanos = System.nanoTime();
        private long bytes;

        Rest(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        void read() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this::read);
                    return;
                }
                boolean isEnd = Content.Chunk.isFailure(chunk) || chunk.isLast();
                bytes += chunk.remaining();
                chunk.release();
                if (isEnd || bytes > MOST_BYTES || System.nanoTime() - begunNanos > MOST_NANOS) break;
            }
            callback.succeeded();
        }
    }
}
