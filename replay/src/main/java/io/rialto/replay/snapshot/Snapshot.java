package io.rialto.replay.snapshot;

import io.rialto.journal.scan.Tip;
import java.nio.file.Path;

/**
 * What the head of a snapshot's file says.
 *
 * @param code hash of the program that wrote it; no other one uses it
 * @param tip the frame behind which the core stood
 * @param stateHash of that core
 * @param bytes of the file
 */
public record Snapshot(Path file, long code, Tip tip, long stateHash, long bytes) {}
