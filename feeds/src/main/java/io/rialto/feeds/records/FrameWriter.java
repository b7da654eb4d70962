package io.rialto.feeds.records;

import io.rialto.protocol.frame.FrameView;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes rows of frames, from the first on, as fast as they go in: indexes make way until it is closed, and while one batch is
 * written in a thread of its own the next is made in the caller's. What is left goes in when it is closed.
 *
 * <p>Errors: {@link RecordsAway} and its like of a batch are told with the next one, or at the end; nothing goes on then.
 */
public final class FrameWriter implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 50_000;
    private static final int FRAMES_AT_ONCE = 16_384;

    private final RecordStore store;
    private final Projection projection = new Projection();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "records-writer");
        thread.setDaemon(true);
        return thread;
    });
    private Batch batch = new Batch(0);
    private Future<?> before;
    private boolean isClosed;

    /** @param store empty; {@link IllegalStateException} when it is not */
    public FrameWriter(RecordStore store) {
        if (store.migrate().sequence() != 0) {
            throw new IllegalStateException("the read model must be empty: it is at sequence=" + store.sequence());
        }
        this.store = store;
        store.beginMany();
    }

    /** True when rows were handed over. */
    public boolean write(FrameView frame) {
        projection.read(frame, batch);
        boolean isEnough = batch.rows() >= ROWS_AT_ONCE || batch.sequence - batch.afterSequence >= FRAMES_AT_ONCE;
        if (isEnough) handOver();
        return isEnough;
    }

    /** Of the last frame that was taken. */
    public long sequence() {
        return batch.sequence;
    }

    private void handOver() {
        if (batch.isEmpty()) return;
        projection.endBatch(batch);
        Batch whole = batch;
        untilItIsThere();
        before = writing.submit(() -> store.write(whole));
        batch = new Batch(whole.sequence);
    }

    private void untilItIsThere() {
        if (before == null) return;
        try {
            before.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException) throw (RuntimeException) failed.getCause();
            throw new IllegalStateException("rows could not be written", failed.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows are written", interruption);
        }
    }

    @Override
    public void close() {
        if (isClosed) return;
        isClosed = true;
        try {
            handOver();
            untilItIsThere();
        } finally {
            writing.shutdown();
            store.endMany();
        }
    }
}
