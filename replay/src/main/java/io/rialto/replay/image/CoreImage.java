package io.rialto.replay.image;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A core that can be kept and made again, with all that decides what it will do next.
 *
 * <p>Nobody lists what there is to keep: the object graph itself is written, so that a table that is new in the core is
 * kept from its first day. That the restored core is the same is for {@link Core#stateHash} to say.
 *
 * <p>Threading: the thread that owns the core.
 */
public final class CoreImage {
    private final CoreOptions options;
    private final Shapes shapes = new Shapes();
    private final Core core;
    private final Skeleton skeleton;

    private CoreImage(CoreOptions options) {
        this.options = options;
        core = new Core(options);
        skeleton = Skeleton.of(core, shapes);
    }

    /** A core that has decided nothing yet. */
    public static CoreImage fresh(CoreOptions options) {
        return new CoreImage(options);
    }

    /** @throws IOException when this is not what {@link #write} wrote */
    public static CoreImage read(DataInputStream in) throws IOException {
        CoreImage image = new CoreImage(new CoreOptions(in.readInt(), in.readInt()));
        new GraphReader(in, image.skeleton, image.shapes).read();
        return image;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(options.expectedOrders());
        out.writeInt(options.expectedAccounts());
        new GraphWriter(out, skeleton, shapes).write(core);
    }

    public Core core() {
        return core;
    }
}
