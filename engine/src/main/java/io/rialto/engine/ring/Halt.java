package io.rialto.engine.ring;

import com.lmax.disruptor.ExceptionHandler;

/**
 * Whether the line has stopped, and why. The first cause stays.
 *
 * <p>Threading: set by the line's threads, read by all.
 */
final class Halt implements ExceptionHandler<Place> {
    private volatile Throwable cause;

    void because(Throwable reason) {
        if (cause == null) cause = reason;
    }

    boolean isOn() {
        return cause != null;
    }

    Throwable cause() {
        return cause;
    }

    /** Only a reply handler lets anything escape: the fault is its author's, but the venue must not run on blind. */
    @Override
    public void handleEventException(Throwable fault, long sequence, Place place) {
        because(fault);
    }

    @Override
    public void handleOnStartException(Throwable fault) {
        because(fault);
    }

    @Override
    public void handleOnShutdownException(Throwable fault) {
        because(fault);
    }
}
