package io.rialto.gateway.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.rialto.gateway.ingress.LineTimes;
import java.util.concurrent.TimeUnit;

/**
 * One span a request, and below it one for each stage of its command: {@code ring}, {@code decide}, {@code journal},
 * {@code reply}. Names and attributes are those of the semantic conventions for HTTP servers (OpenTelemetry 1.37).
 *
 * <p>Made when all is over, from times that were taken anyway: a request is not slower for it. Thread-safe.
 */
final class Spans implements Tracing {
    private static final String PARENT = "traceparent";
    private static final String PATH = "/v1/traces";
    private static final int SERVER_ERROR = 500;
    private static final long CLOSE_SECONDS = 2;
    private static final double PERCENT = 100.0;
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> CORRELATION = AttributeKey.stringKey("rialto.correlation");

    private static final TextMapGetter<String> OF_ONE_HEADER = (header, name) -> name.equals(PARENT) ? header : null;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private Spans(SdkTracerProvider provider) {
        this.provider = provider;
        tracer = provider.get("io.rialto.gateway");
    }

    /** @param sharePercent of the requests whose client has not decided already */
    static Spans open(String endpoint, int sharePercent) {
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint + PATH).build();
        return new Spans(SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "rialto"))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sharePercent / PERCENT)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build());
    }

    @Override
    public void answered(Traced request) {
        long nowNanos = System.nanoTime();
        long epochOfZero = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - nowNanos;
        Context above = request.parent().isEmpty()
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), request.parent(), OF_ONE_HEADER);
        Span span = tracer.spanBuilder(request.method() + " " + request.route())
                .setParent(above)
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(epochOfZero + request.arrivedNanos(), TimeUnit.NANOSECONDS)
                .setAttribute(METHOD, request.method())
                .setAttribute(ROUTE, request.route())
                .setAttribute(STATUS, (long) request.status())
                .setAttribute(CORRELATION, request.correlation().toString())
                .startSpan();
        if (request.status() >= SERVER_ERROR) span.setStatus(StatusCode.ERROR);
        if (span.isRecording() && request.times() != LineTimes.NONE) {
            stages(Context.root().with(span), request.times(), epochOfZero, nowNanos);
        }
        span.end(epochOfZero + nowNanos, TimeUnit.NANOSECONDS);
    }

    private void stages(Context request, LineTimes times, long epochOfZero, long nowNanos) {
        long answerable = epochOfZero + times.answerableAt();
        long decided = answerable - times.journalNanos();
        long taken = decided - times.decideNanos();
        stage(request, "ring", taken - times.ringNanos(), taken);
        stage(request, "decide", taken, decided);
        stage(request, "journal", decided, answerable);
        stage(request, "reply", answerable, epochOfZero + nowNanos);
    }

    private void stage(Context request, String name, long from, long to) {
        tracer.spanBuilder(name)
                .setParent(request)
                .setStartTimestamp(from, TimeUnit.NANOSECONDS)
                .startSpan()
                .end(to, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
