package io.rialto.replay.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A core that is kept and made again decides as if nothing had happened, whatever it was in the middle of. */
class CoreImageTest {
    private static final int FIXED_SEEDS = 100;
    private static final int FRESH_SEEDS = 100;
    private static final int COMMANDS = 200;

    private int restored;

    @Test
    void aCoreThatIsMadeAgainDecidesLikeTheOneThatWasKept() {
        long fresh = System.nanoTime();
        for (long seed = 1; seed <= FIXED_SEEDS; seed++) follow(seed);
        for (long seed = fresh; seed < fresh + FRESH_SEEDS; seed++) follow(seed);
        System.out.println("fresh seeds from " + fresh + " restored=" + restored);
        assertThat(restored).isGreaterThan(FIXED_SEEDS + FRESH_SEEDS);
    }

    /** The flow is decided by a core that is kept and made again now and then, beside one that never is. */
    private void follow(long seed) {
        Random random = new Random(seed);
        Frame again = new Frame(2048);
        FrameView view = new FrameView();
        CoreImage[] image = {CoreImage.fresh(new CoreOptions(16, 16))};
        DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
            if (random.nextInt(COMMANDS / 3) == 0) image[0] = madeAgain(image[0], "seed " + seed);
            again.copyCommand(view.wrap(frame.buffer(), 0));
            image[0].core().decide(again);
            assertThat(bytes(again))
                    .as("seed " + seed + " sequence " + core.sequence())
                    .isEqualTo(bytes(frame));
            if (core.sequence() == COMMANDS) {
                assertThat(image[0].core().stateHash()).as("seed " + seed).isEqualTo(core.stateHash());
            }
        });
    }

    private CoreImage madeAgain(CoreImage image, String where) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            image.write(new DataOutputStream(bytes));
            CoreImage made = CoreImage.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            Core core = made.core();
            assertThat(core.stateHash()).as(where).isEqualTo(image.core().stateHash());
            core.verifyInvariants();
            restored++;
            return made;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(Frame frame) {
        byte[] bytes = new byte[frame.length()];
        frame.buffer().getBytes(0, bytes);
        return bytes;
    }
}
