package io.rialto.feeds.listing;

/** What an instrument lets through now. An instrument trades continuously from its listing on. */
public enum Phase {
    CONTINUOUS
}
