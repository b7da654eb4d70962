package io.rialto.gateway.access;

/** The key store and its master key do not belong together, or one of them is damaged. The venue does not start. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
