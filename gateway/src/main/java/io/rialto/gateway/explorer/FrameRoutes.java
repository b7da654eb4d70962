package io.rialto.gateway.explorer;

import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.past.Places;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Frames of the journal, page by page, and one of them to the last byte. */
public final class FrameRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 50;

    private final ReadingDesk desk;
    private final FrameScan scan;
    private final History history;
    private final Places places;
    private final Listed listed;
    private final FrameSpeech speech;
    private final FrameTelling telling;

    public FrameRoutes(
            ReadingDesk desk,
            JournalFrames journal,
            History history,
            Places places,
            Listed listed,
            FrameSpeech speech) {
        this.desk = desk;
        this.history = history;
        this.places = places;
        this.listed = listed;
        this.speech = speech;
        scan = new FrameScan(journal, history);
        telling = new FrameTelling(speech, listed);
    }

    @Override
    public void addTo(Routes routes) {
        routes.readLater("/journal/frames", Scope.READ, this::page, FrameFilter.PARAMETERS)
                .says(
                        "Frames of the journal by what they name and when, each with what it caused; their owners see their own part")
                .with(FrameFilter.TOLD)
                .answers(200, Frames.class);
        routes.readLater("/journal/frames/{sequence}", Scope.READ, this::frame)
                .says("One frame of the journal, in words and, for auditors, in hexadecimal")
                .answers(200, OneFrame.class);
    }

    /**
     * A page of frames on the wire.
     *
     * @param next null at the end; a page may be short, even empty, and have one
     * @param looked how many frames were looked at
     * @param head the newest frame there was when it was asked for: nothing up to it is missing
     */
    public record Frames(List<FrameBody> items, String next, long looked, long head) {}

    /**
     * One frame on the wire.
     *
     * @param words the command and each event, a line each
     * @param durableSequence what was known to be on the device when it was written
     * @param hex all its bytes; null for who does not see all of it
     */
    public record OneFrame(
            FrameBody frame, List<String> words, String crc, long durableSequence, String hex, long head) {}

    private CompletionStage<Answer> page(Call call) {
        Sight sight = Sight.of(call);
        // Before anything is bounded by it: whoever goes on behind it misses no frame that comes while this page is
        // made.
        long head = places.head();
        FrameFilter filter = FrameFilter.of(call, sight, listed, places, speech);
        boolean isNewestFirst = !call.flag("oldestFirst");
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(0L);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        return desk.ask(() -> {
            FrameScan.Found found = scan.page(filter, isNewestFirst, cursor, limit);
            return Answer.ok(new Frames(
                    found.frames().stream()
                            .map(frame -> telling.seen(frame, sight))
                            .filter(seen -> sight.isWhole() || filter.isMetBy(seen))
                            .map(seen -> telling.body(seen, sight))
                            .toList(),
                    found.next().isPresent() ? Cursors.text(found.next().getAsLong()) : null,
                    found.looked(),
                    head));
        });
    }

    private CompletionStage<Answer> frame(Call call) {
        Sight sight = Sight.of(call);
        long sequence = sequence(call.part("sequence"));
        return desk.ask(() -> {
            KeptFrame kept = history.frame(sequence)
                    .filter(frame -> sight.reaches(frame.view()))
                    .orElseThrow(FrameRoutes::absent);
            return Answer.ok(one(kept, sight));
        });
    }

    private long sequence(String text) {
        if (!text.matches("[1-9][0-9]{0,17}") || Long.parseLong(text) > places.head()) throw absent();
        return Long.parseLong(text);
    }

    private static Problem absent() {
        return Problem.at("sequence", ProblemCode.NOT_FOUND, "there is no such frame");
    }

    private OneFrame one(KeptFrame kept, Sight sight) {
        FrameTelling.Seen seen = telling.seen(kept, sight);
        FrameView frame = kept.view();
        byte[] bytes = new byte[frame.length()];
        frame.buffer().getBytes(frame.offset(), bytes);
        List<String> words = new ArrayList<>();
        seen.command().ifPresent(command -> words.add(command.words()));
        seen.events().forEach(event -> words.add(event.words()));
        return new OneFrame(
                telling.body(seen, sight),
                words,
                String.format("%08x", frame.crc()),
                frame.durableSequence(),
                sight.isWhole() ? HexFormat.of().formatHex(bytes) : null,
                places.head());
    }
}
