package io.rialto.gateway.timeline;

import io.rialto.feeds.marks.Mark;
import io.rialto.feeds.marks.Marks;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.explorer.JournalFrames;
import io.rialto.gateway.explorer.ReadingDesk;
import io.rialto.gateway.explorer.Sight;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.past.Places;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.snapshots.Taken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** How much of history lies where, and the places in it that stand out. */
public final class DensityRoutes implements RouteGroup {
    private static final int USUAL_SLICES = 100;
    private static final int MOST_SLICES = 400;
    private static final int MOST_MARKS = 2_000;

    private final ReadingDesk desk;
    private final Slices slices;
    private final Places places;
    private final Marks marks;
    private final Listed listed;
    private final Snapshots snapshots;

    /** The snapshots that there are. */
    public interface Snapshots {
        List<Taken> list() throws IOException;
    }

    public DensityRoutes(
            ReadingDesk desk,
            JournalFrames journal,
            History history,
            Places places,
            Marks marks,
            Listed listed,
            Snapshots snapshots) {
        this.desk = desk;
        slices = new Slices(journal, history);
        this.places = places;
        this.marks = marks;
        this.listed = listed;
        this.snapshots = snapshots;
    }

    @Override
    public void addTo(Routes routes) {
        routes.readLater("/journal/density", Scope.READ, this::density, "fromSeq", "toSeq", "slices")
                .says(
                        "How many frames, events and trades lie in each part of history and how long it took, and marks between them")
                .with(
                        Field.whole("fromSeq", 1, Long.MAX_VALUE).optional().says("from this frame on"),
                        Field.whole("toSeq", 1, Long.MAX_VALUE).optional().says("up to and with this frame"),
                        Field.whole("slices", 1, MOST_SLICES)
                                .optional()
                                .says("how many parts, alike in frames; " + USUAL_SLICES + " without"))
                .answers(200, Density.class);
    }

    /**
     * A part of history on the wire.
     *
     * @param first the sequence that it begins with, and {@code last} that it ends with
     * @param from journal time of its first frame, and {@code to} of its last
     * @param events null where there are too many frames to count them
     */
    public record Slice(long first, long last, String from, String to, long frames, Long events, Long trades) {}

    /**
     * A place that stands out, on the wire.
     *
     * @param kind RESTART, PHASE, AUCTION, INTERRUPTION, SUSPENSION, RESUMPTION, KILL or SNAPSHOT
     * @param symbol null of the venue's
     */
    public record Place(String kind, long sequence, String time, String symbol, String words) {}

    /**
     * History as a line, on the wire.
     *
     * @param areMarksWhole false when older ones are no longer kept, or there are more than fit
     */
    public record Density(
            long first, long last, List<Slice> slices, List<Place> marks, boolean areMarksWhole, long head) {}

    private CompletionStage<Answer> density(Call call) {
        Sight sight = Sight.of(call);
        long first = places.named(call, "fromSeq").orElse(1);
        long last = places.orHead(call, "toSeq");
        if (first > last && call.parameter("fromSeq").isPresent()) {
            throw Problem.at("fromSeq", ProblemCode.INVALID_VALUE, "must be 1.." + last, Long.toString(first));
        }
        int count = (int) call.whole("slices", 1, MOST_SLICES).orElse(USUAL_SLICES);
        return desk.ask(() -> {
            Marks.Found found = marks.between(first, last);
            List<Place> all = marks(found.marks(), first, last, sight.isWhole());
            boolean isWhole = found.isWhole() && all.size() <= MOST_MARKS;
            List<Place> newest = all.subList(Math.max(0, all.size() - MOST_MARKS), all.size());
            return Answer.ok(new Density(first, last, slices.of(first, last, count), newest, isWhole, places.head()));
        });
    }

    private List<Place> marks(List<Mark> found, long first, long last, boolean isWhole) {
        List<Place> all = new ArrayList<>();
        for (Mark mark : found) {
            if (isWhole || mark.isPublic()) all.add(place(mark));
        }
        for (Taken snapshot : taken()) {
            if (snapshot.sequence() < first || snapshot.sequence() > last) continue;
            String time = Times.text(snapshot.timeNanos());
            all.add(new Place("SNAPSHOT", snapshot.sequence(), time, null, snapshot.bytes() + " bytes"));
        }
        all.sort(Comparator.comparingLong(Place::sequence));
        return all;
    }

    private List<Taken> taken() {
        try {
            return snapshots.list();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Place place(Mark mark) {
        return new Place(
                mark.kind().name(),
                mark.sequence(),
                Times.text(mark.timeNanos()),
                mark.instrument() == 0
                        ? null
                        : listed.terms(mark.instrument()).instrument().symbol(),
                mark.words());
    }
}
