package io.rialto.gateway.past;

import java.io.IOException;
import java.util.OptionalLong;

/** State hashes that were written down at some frames, by cores that stood there. Thread-safe. */
public interface KeptHashes {
    /** Empty where none was. */
    OptionalLong stateHash(long sequence) throws IOException;
}
