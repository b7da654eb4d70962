/**
 * Snapshots: a core as it stood behind a frame, kept so that a start has less of history to run again.
 *
 * <p>A snapshot is a cache. It is written by a core of its own that follows the journal, never by the one that decides;
 * it is believed only when it belongs to this very code and this very history and the restored core has the hash of the one that was kept;
 * and without any the venue starts all the same, later.
 */
package io.rialto.replay.snapshot;
