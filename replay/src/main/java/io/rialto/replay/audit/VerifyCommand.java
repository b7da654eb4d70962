package io.rialto.replay.audit;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.replay.HistoryMismatch;
import io.rialto.replay.Recovered;
import io.rialto.replay.Recovery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks chain, checksum and sequence of every frame, re-runs every command, and compares event by event. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every frame's checksum, chain and sequence, re-runs its command and compares every event.",
            "Names the first bad file, offset, sequence and field. May run beside a live venue."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private JournalHome home;

    @Override
    public Integer call() {
        Recovery recovery =
                Recovery.of(home.journal(), new Core(CoreOptions.defaults())).onProgress(home.progress("verifying"));
        try {
            Recovered recovered = recovery.run();
            boolean isDamaged = recovered.end().isDamaged();
            home.out().println((isDamaged ? "verified up to the damage " : "verified ") + recovered.describe());
            return home.close(recovered.end());
        } catch (HistoryMismatch mismatch) {
            home.err().println(mismatch.getMessage());
            return JournalHome.FAILED;
        }
    }
}
