package io.rialto.gateway.connections;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads a body to its end before a thread is given to its request: who sends slowly holds none. A larger body than there is room
 * for goes on as it is, and is refused where it is read; so is one that breaks off.
 *
 * <p>Jetty's own handler of this kind never ends a request whose answer could not be written (12.1.12), so it is not used.
 */
final class WholeBodies extends Handler.Wrapper {
    /** What a piece of a body costs beside its bytes: who sends one at a time fills the room sooner. */
    private static final int PIECE_BYTES = 8;

    private final int roomBytes;

    WholeBodies(int maxBodyBytes) {
        roomBytes = maxBodyBytes + maxBodyBytes / PIECE_BYTES;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0) return super.handle(request, response, callback);
        Kept kept = new Kept(request, response, callback);
        return !kept.isWhole() || super.handle(kept, response, kept.ending());
    }

    /** A request with as much of its body as has come. */
    private final class Kept extends Request.Wrapper implements Invocable.Task {
        private final Response response;
        private final Callback callback;
        private final Deque<Content.Chunk> pieces = new ArrayDeque<>();
        private int bytes;

        Kept(Request request, Response response, Callback callback) {
            super(request);
            this.response = response;
            this.callback = callback;
        }

        /** Asks to be run again when there is more to come. */
        boolean isWhole() {
            while (bytes < roomBytes) {
                Content.Chunk piece = getWrapped().read();
                if (piece == null) {
                    getWrapped().demand(this);
                    return false;
                }
                pieces.add(piece);
                bytes += PIECE_BYTES + piece.remaining();
                if (piece.isLast() || Content.Chunk.isFailure(piece)) return true;
            }
            return true;
        }

        @Override
        public void run() {
            if (isWhole()) getContext().execute(this::goOn);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        private void goOn() {
            try {
                if (!WholeBodies.super.handle(this, response, ending())) {
                    Response.writeError(this, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable fault) {
                Response.writeError(this, response, callback, fault);
            }
        }

        /** What nobody has read is let go. */
        Callback ending() {
            return new Callback.Nested(callback) {
                @Override
                public void completed() {
                    while (!pieces.isEmpty()) pieces.remove().release();
                }
            };
        }

        /** A failure stays; a silence that was too long is one. */
        @Override
        public Content.Chunk read() {
            Content.Chunk first = pieces.peek();
            if (first == null) return super.read();
            if (Content.Chunk.isFailure(first)) return Content.Chunk.from(first.getFailure(), true);
            return pieces.remove();
        }

        @Override
        public void demand(Runnable whenThereIsMore) {
            if (pieces.isEmpty()) super.demand(whenThereIsMore);
            else getContext().execute(whenThereIsMore);
        }
    }
}
