package io.rialto.engine.blocks;

import io.rialto.protocol.BlockScope;
import io.rialto.protocol.KilledEncoder;
import io.rialto.protocol.ResumedEncoder;
import io.rialto.protocol.SuspendedEncoder;
import io.rialto.protocol.UnblockedEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of blocks. */
final class BlockEvents {
    private final SuspendedEncoder suspended = new SuspendedEncoder();
    private final ResumedEncoder resumed = new ResumedEncoder();
    private final KilledEncoder killed = new KilledEncoder();
    private final UnblockedEncoder unblocked = new UnblockedEncoder();

    void suspended(Frame frame, BlockScope scope, int target) {
        int block = claim(frame, SuspendedEncoder.TEMPLATE_ID, SuspendedEncoder.BLOCK_LENGTH);
        suspended.wrap(frame.buffer(), block).target(target).scope(scope);
    }

    void resumed(Frame frame, BlockScope scope, int target) {
        int block = claim(frame, ResumedEncoder.TEMPLATE_ID, ResumedEncoder.BLOCK_LENGTH);
        resumed.wrap(frame.buffer(), block).target(target).scope(scope);
    }

    void killed(Frame frame, BlockScope scope, int target) {
        int block = claim(frame, KilledEncoder.TEMPLATE_ID, KilledEncoder.BLOCK_LENGTH);
        killed.wrap(frame.buffer(), block).target(target).scope(scope);
    }

    void unblocked(Frame frame, BlockScope scope, int target) {
        int block = claim(frame, UnblockedEncoder.TEMPLATE_ID, UnblockedEncoder.BLOCK_LENGTH);
        unblocked.wrap(frame.buffer(), block).target(target).scope(scope);
    }

    private static int claim(Frame frame, int templateId, int blockLength) {
        return frame.claimEvent(templateId, blockLength, KilledEncoder.SCHEMA_ID, KilledEncoder.SCHEMA_VERSION);
    }
}
