package io.rialto.gateway.explanation;

import io.rialto.feeds.Feeds;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.explorer.FrameRoutes;
import io.rialto.gateway.explorer.FrameSpeech;
import io.rialto.gateway.explorer.JournalFrames;
import io.rialto.gateway.explorer.ReadingDesk;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.past.PastAccountRoutes;
import io.rialto.gateway.past.PastBookRoutes;
import io.rialto.gateway.past.PastDesk;
import io.rialto.gateway.past.PastVenue;
import io.rialto.gateway.past.Places;
import io.rialto.gateway.snapshots.Taken;
import io.rialto.gateway.timeline.DensityRoutes;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Everything that is asked of the journal itself, and the two threads that answer it beside the venue: one reads frames,
 * one runs history again. Thread-safe.
 */
public final class JournalExplorer implements RouteGroup, AutoCloseable {
    private final Sources sources;
    private final Feeds feeds;
    private final Listed listed;
    private final Archive archive;
    private final PastDesk past;
    private final ReadingDesk readings = new ReadingDesk();

    /** From where it knows: frames by their number and in a row, their words, the venue of then, and the snapshots that are kept. */
    public record Sources(
            History history,
            JournalFrames frames,
            FrameSpeech speech,
            PastVenue venue,
            DensityRoutes.Snapshots snapshots) {
        OptionalLong stateHash(long sequence) throws IOException {
            return snapshots.list().stream()
                    .filter(taken -> taken.sequence() == sequence)
                    .mapToLong(Taken::stateHash)
                    .findFirst();
        }
    }

    private JournalExplorer(Sources sources, Feeds feeds, Listed listed, Archive archive) {
        this.sources = sources;
        this.feeds = feeds;
        this.listed = listed;
        this.archive = archive;
        past = new PastDesk(sources.venue, PastDesk.Bounds.USUAL);
    }

    /** Its threads begin now. */
    public static JournalExplorer open(Sources sources, Feeds feeds, Listed listed, Archive archive) {
        JournalExplorer explorer = new JournalExplorer(sources, feeds, listed, archive);
        explorer.past.start();
        return explorer;
    }

    /** Nothing is told that the feeds have not seen. */
    @Override
    public void addTo(Routes routes) {
        Places places = new Places(feeds::position);
        routes.add(
                new FrameRoutes(readings, sources.frames, sources.history, places, listed, sources.speech),
                new PastBookRoutes(past, places, listed, sources::stateHash),
                new PastAccountRoutes(past, places, listed),
                new DensityRoutes(
                        readings, sources.frames, sources.history, places, feeds.marks(), listed, sources.snapshots),
                new ExplainRoutes(readings, past, sources.history, places, sources.speech, listed, feeds, archive));
    }

    @Override
    public void close() {
        readings.close();
        past.close();
    }
}
