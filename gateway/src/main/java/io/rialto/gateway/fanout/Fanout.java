package io.rialto.gateway.fanout;

/** What topics need of the thread that publishes, and tell those who count. Thread-safe. */
public interface Fanout {
    /** Does it on the publishing thread, between two frames. */
    void later(Runnable work);

    /** A message went to so many readers. */
    void told(int readers);

    /** A reader was too slow where every message counts, and was let go. */
    void lost();

    /** A reader was too slow, and is told the newest state instead of all that led to it. */
    void conflated();
}
