package io.rialto.gateway.snapshots;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The snapshots that there are, and the wish for another. */
public final class SnapshotRoutes implements RouteGroup {
    private final SnapshotDesk desk;

    public SnapshotRoutes(SnapshotDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/snapshots", Scope.ADMIN, call -> Answer.ok(told()))
                .says("Snapshots of the core, newest first")
                .answers(200, Items.class);
        routes.write("POST", "/admin/snapshots", Scope.ADMIN, this::ask)
                .says("Have a snapshot taken; it is there when isWorking is false again")
                .takes(Fields.NONE)
                .answers(202, Items.class);
    }

    /**
     * @param sequence of the frame behind which the core stood
     * @param time of that frame
     */
    private record Item(long sequence, String time, String frameHash, String stateHash, long bytes) {}

    /**
     * @param isWorking whether one is being taken
     * @param failure why the last attempt came to nothing; null when it did not
     */
    private record Items(boolean isWorking, String failure, List<Item> items) {}

    private CompletionStage<Answer> ask(Call call) {
        call.form().knows(Fields.NONE);
        desk.ask();
        return CompletableFuture.completedFuture(Answer.of(202, told()));
    }

    private Items told() {
        try {
            return new Items(
                    desk.isWorking(),
                    desk.failure().orElse(null),
                    desk.list().stream().map(SnapshotRoutes::item).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of snapshots cannot be read", unreadable);
        }
    }

    private static Item item(Taken snapshot) {
        return new Item(
                snapshot.sequence(),
                Times.text(snapshot.timeNanos()),
                hex(snapshot.frameHash()),
                hex(snapshot.stateHash()),
                snapshot.bytes());
    }

    private static String hex(long hash) {
        return String.format("%016x", hash);
    }
}
