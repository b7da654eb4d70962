package io.rialto.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.load.Segments.Segment;
import io.rialto.bench.venue.VenueClient;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A second of far too much: every order is accepted and in history, or refused and not. */
class LoadTest {
    private static final int CONNECTIONS = 64;

    @Test
    void whatWasAcceptedIsInHistoryAndWhatWasRefusedIsNot() throws Exception {
        try (LoadedVenue venue = LoadedVenue.open(
                "journaled", "http.in-progress = 4\naccess.window = 60000\nhttp.answer-timeout = 60000")) {
            Segments schedule = new Segments(new Segment("some", 500, 0.5), new Segment("all", 20_000, 0.1));
            Requests requests = new Requests(venue.address(), venue.entrants(), "L");
            Tally tally = new Tally();
            Set<String> accepted = new TreeSet<>();
            try (Sender sender = new Sender(venue.address(), CONNECTIONS)) {
                byte[][] ahead = requests.ahead(schedule.requests());
                sender.run(schedule, ahead, System.nanoTime(), new Sender.Ear() {
                    @Override
                    public void sent(long index, long nowNanos) {
                        tally.sent(0);
                    }

                    @Override
                    public void answered(long index, int status, long nowNanos) {
                        tally.answered(status, 0);
                        if (status / 100 == 2 && !accepted.add(requests.name(index))) {
                            throw new AssertionError("answered twice: " + index);
                        }
                    }
                });
            }

            assertThat(tally.others()).isEmpty();
            assertThat(tally.sentLate().getTotalCount()).isEqualTo(schedule.requests());
            assertThat(tally.accepted().getTotalCount() + tally.refused().getTotalCount())
                    .isEqualTo(schedule.requests());
            assertThat(tally.accepted().getTotalCount()).isEqualTo(accepted.size());
            assertThat(tally.refused().getTotalCount()).isPositive();
            assertThat(inHistory(venue)).isEqualTo(accepted);
        }
    }

    @Test
    void allThatIsMeasuredIsJudged() {
        Tally quick = new Tally();
        Tally slow = new Tally();
        quick.answered(201, 5_000_000);
        slow.answered(201, 60_000_000);
        slow.answered(503, 30_000_000);
        slow.answered(500, 1);
        Overload.Result well = new Overload.Result(1, List.of(), List.of(quick, quick, quick), List.of(quick));
        Overload.Result ill = new Overload.Result(1, List.of(), List.of(quick, slow, quick), List.of(quick, slow));

        assertThat(Verdict.of(well).isMet()).isTrue();
        assertThat(Verdict.of(ill).points()).extracting(Verdict.Point::isMet).containsOnly(false);
    }

    private static Set<String> inHistory(LoadedVenue venue) throws IOException {
        VenueClient administrator = venue.process().administrator();
        Set<String> names = new TreeSet<>();
        for (String account : venue.entrants().accounts()) {
            String cursor = "";
            while (cursor != null) {
                JsonNode page = administrator
                        .get("/api/v1/orders?account=" + account + "&limit=1000" + cursor)
                        .body();
                for (JsonNode order : page.get("items")) {
                    assertThat(names.add(order.get("clientOrderId").asText()))
                            .as("%s", order)
                            .isTrue();
                }
                cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
            }
        }
        return names;
    }
}
