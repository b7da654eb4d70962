package io.rialto.engine.reference;

/** What answers for positions: an account's margin in an asset, or that of its isolated position in an instrument; 0 is none. */
record ReferencePurse(int account, int asset, int instrument) {
    boolean isIsolated() {
        return instrument != 0;
    }
}
