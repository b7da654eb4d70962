package io.rialto.gateway.ingress;

/** What the journal lets in, by the free space of its disk. */
public enum Admission {
    OPEN,
    CANCELS_ONLY,
    CLOSED
}
