package io.rialto.feeds.following;

/** Waits for a thread that was told to end. Any thread but that one. */
public final class Ending {
    private Ending() {}

    /** However often the caller is interrupted meanwhile: he finds out behind it. */
    public static void await(Thread thread) {
        boolean wasInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interruption) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) Thread.currentThread().interrupt();
    }
}
