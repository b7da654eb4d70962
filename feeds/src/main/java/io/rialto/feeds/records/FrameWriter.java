package io.rialto.feeds.records;

import io.rialto.protocol.frame.FrameView;

/** Makes rows of frames, from the first on, in the caller's thread; what is left goes in when it is closed. */
public final class FrameWriter implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 50_000;
    private static final int FRAMES_AT_ONCE = 4_096;

    private final RecordStore store;
    private final Projection projection = new Projection();
    private Batch batch = new Batch(0);

    /** @param store empty; {@link IllegalStateException} when it is not */
    public FrameWriter(RecordStore store) {
        if (store.migrate().sequence() != 0) {
            throw new IllegalStateException("the read model must be empty: it is at sequence=" + store.sequence());
        }
        this.store = store;
    }

    /** True when rows were written. */
    public boolean write(FrameView frame) {
        projection.read(frame, batch);
        boolean isEnough = batch.rows() >= ROWS_AT_ONCE || batch.sequence - batch.afterSequence >= FRAMES_AT_ONCE;
        if (isEnough) close();
        return isEnough;
    }

    /** Of the last frame that was taken. */
    public long sequence() {
        return batch.sequence;
    }

    @Override
    public void close() {
        if (batch.isEmpty()) return;
        projection.endBatch(batch);
        store.write(batch);
        batch = new Batch(batch.sequence);
    }
}
