package io.rialto.gateway.http;

/** Lets a read wait until what it is about to show is new enough. */
public interface Freshness {
    /**
     * Returns when everything acknowledged so far, and the given sequence, can be read.
     *
     * @throws io.rialto.gateway.problem.Problem FEEDS_BEHIND when that takes too long
     */
    void await(long minSequence);
}
