package io.rialto.gateway.fanout;

/** Where a reader's messages leave the venue. Neither call waits. Thread-safe. */
public interface Wire {
    /**
     * Writes one text.
     *
     * @param utf8 shared with other readers: nobody writes into it
     * @param hasMore whether the next text follows at once, so that both may leave together
     * @param written called once it has left, or never will
     */
    void write(byte[] utf8, boolean hasMore, Runnable written);

    /** Ends the connection and says why; whatever has not left is lost. */
    void end(int status, String reason);
}
