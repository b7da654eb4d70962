package io.rialto.gateway.tracing;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.rialto.gateway.doors.Client;
import io.rialto.gateway.doors.VenueUnderTest;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces is told; a venue that closes has told all. */
class TracingRulesTest {
    private static final String ROUTE = "POST /api/v1/orders";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ABOVE = "b7ad6b7169203331";

    @TempDir
    Path data;

    @Test
    void anOrderIsOneSpanWithItsStagesBelowIt() throws Exception {
        try (Collector collector = new Collector()) {
            String correlation = orders(collector.endpoint(), "100", Map.of());

            Span order = only(collector, ROUTE);
            assertThat(order.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(order.getParentSpanId()).isEqualTo(ByteString.EMPTY);
            assertThat(told(order))
                    .containsOnly(
                            Map.entry("http.request.method", "POST"),
                            Map.entry("http.route", "/api/v1/orders"),
                            Map.entry("http.response.status_code", "201"),
                            Map.entry("rialto.correlation", correlation));
            List<Span> stages = collector.spans().stream()
                    .filter(span -> span.getParentSpanId().equals(order.getSpanId()))
                    .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano)
                            .thenComparing(Span::getEndTimeUnixNano))
                    .toList();
            assertThat(stages).extracting(Span::getName).containsExactly("ring", "decide", "journal", "reply");
            assertThat(stages).allMatch(stage -> stage.getTraceId().equals(order.getTraceId()));
            assertThat(stages.get(0).getStartTimeUnixNano()).isGreaterThanOrEqualTo(order.getStartTimeUnixNano());
            assertThat(stages.get(3).getEndTimeUnixNano()).isEqualTo(order.getEndTimeUnixNano());
            for (int next = 1; next < stages.size(); next++) {
                assertThat(stages.get(next).getStartTimeUnixNano())
                        .isEqualTo(stages.get(next - 1).getEndTimeUnixNano());
            }
        }
    }

    @Test
    void aClientsTraceGoesOn() throws Exception {
        try (Collector collector = new Collector()) {
            orders(collector.endpoint(), "0", Map.of("traceparent", "00-" + TRACE + "-" + ABOVE + "-01"));

            Span order = only(collector, ROUTE);
            assertThat(hex(order.getTraceId())).isEqualTo(TRACE);
            assertThat(hex(order.getParentSpanId())).isEqualTo(ABOVE);
            assertThat(collector.spans())
                    .allMatch(span -> hex(span.getTraceId()).equals(TRACE));
        }
    }

    @Test
    void whatNoClientDecidedIsToldInItsShare() throws Exception {
        try (Collector collector = new Collector()) {
            orders(collector.endpoint(), "0", Map.of("traceparent", "nonsense"));
            assertThat(collector.spans()).isEmpty();
        }
    }

    @Test
    void aRefusalHasNoStagesAndIsNoFailureOfTheVenue() throws Exception {
        try (Collector collector = new Collector()) {
            try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("tracing.endpoint", collector.endpoint()))) {
                Trader trader = venue.trader("tess", Map.of("USD", "1000"));
                assertThat(trader.client().post("/api/v1/orders", "{}").status())
                        .isEqualTo(400);
            }
            Span order = only(collector, ROUTE);
            assertThat(told(order)).containsEntry("http.response.status_code", "400");
            assertThat(order.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
            assertThat(collector.spans())
                    .noneMatch(span -> span.getParentSpanId().equals(order.getSpanId()));
        }
    }

    @Test
    void aCollectorThatIsAwayHoldsNobodyUp() throws Exception {
        String nowhere;
        try (Collector collector = new Collector()) {
            nowhere = collector.endpoint();
        }
        assertThat(orders(nowhere, "100", Map.of())).isNotBlank();
    }

    /** One order at a venue of its own, which is closed then. */
    private String orders(String endpoint, String share, Map<String, String> headers) throws Exception {
        Map<String, String> options = Map.of("tracing.endpoint", endpoint, "tracing.share", share);
        try (VenueUnderTest venue = VenueUnderTest.open(data, options)) {
            Trader trader = venue.trader("tess", Map.of("USD", "1000"));
            Client.Answer placed =
                    ok(trader.client().send("POST", "/api/v1/orders", order("BUY", "0.01", "100.00"), headers));
            return placed.header("X-Correlation-Id");
        }
    }

    private static Span only(Collector collector, String name) {
        List<Span> found = collector.spans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Map<String, String> told(Span span) {
        return span.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, TracingRulesTest::text));
    }

    private static String text(KeyValue attribute) {
        return attribute.getValue().hasIntValue()
                ? Long.toString(attribute.getValue().getIntValue())
                : attribute.getValue().getStringValue();
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
