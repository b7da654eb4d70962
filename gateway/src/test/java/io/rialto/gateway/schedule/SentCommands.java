package io.rialto.gateway.schedule;

import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.ingress.RequestKey;
import io.rialto.protocol.ChangePhaseDecoder;
import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RevealSeedDecoder;
import io.rialto.protocol.StartCallDecoder;
import io.rialto.protocol.frame.Frame;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** A line that takes every command down in words, and knows a request that comes again. */
final class SentCommands implements BiFunction<Origin, Command, CompletableFuture<Outcome>> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final List<String> words = new ArrayList<>();
    private final Map<RequestKey, Outcome> outcomes = new HashMap<>();
    private final List<Runnable> unsaid = new ArrayList<>();
    private ByteBuffer committed;
    Instant now;
    boolean isFull;
    boolean isSilent;
    boolean refuses;
    Reason reason = Reason.PHASE_NOT_POSSIBLE;

    List<String> sent() {
        return words;
    }

    Set<RequestKey> keys() {
        return outcomes.keySet();
    }

    /** Answers everything that was not answered yet. */
    void speak() {
        isSilent = false;
        unsaid.forEach(Runnable::run);
    }

    @Override
    public CompletableFuture<Outcome> apply(Origin origin, Command command) {
        if (isFull) {
            words.add("full");
            return CompletableFuture.failedFuture(new IllegalStateException("the line is full"));
        }
        RequestKey key = new RequestKey(origin.keyHigh(), origin.keyLow());
        if (outcomes.containsKey(key)) {
            words.add("again");
            return CompletableFuture.completedFuture(
                    new Outcome(outcomes.get(key).frame(), true));
        }
        Frame frame = new Frame(1024).clear();
        command.write(frame);
        words.add(words(frame) + " at " + CLOCK.format(now));
        Outcome outcome = new Outcome(decided(frame), false);
        outcomes.put(key, outcome);
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        if (isSilent) unsaid.add(() -> answer.complete(outcome));
        else answer.complete(outcome);
        return answer;
    }

    private KeptFrame decided(Frame frame) {
        frame.stampPlace(outcomes.size() + 1, ScheduleCommands.nanos(now));
        if (refuses) {
            frame.claimEvent(new CommandRejectedEncoder()).reason(reason);
        }
        frame.close();
        return KeptFrame.of(frame.buffer(), 0, frame.length());
    }

    private String words(Frame frame) {
        MessageHeaderDecoder head = new MessageHeaderDecoder();
        int at = frame.commandOffset();
        switch (frame.commandType()) {
            case ChangePhaseDecoder.TEMPLATE_ID -> {
                ChangePhaseDecoder change = new ChangePhaseDecoder().wrapAndApplyHeader(frame.buffer(), at, head);
                return "ChangePhase " + change.phase() + " planned " + clock(change.plannedNanos());
            }
            case StartCallDecoder.TEMPLATE_ID -> {
                return words(new StartCallDecoder().wrapAndApplyHeader(frame.buffer(), at, head));
            }
            case RevealSeedDecoder.TEMPLATE_ID -> {
                RevealSeedDecoder told = new RevealSeedDecoder().wrapAndApplyHeader(frame.buffer(), at, head);
                boolean fits =
                        new Seeds.Seed(told.seedHigh(), told.seedLow()).hash().equals(committed);
                return "RevealSeed that " + (fits ? "fits" : "does not fit");
            }
            default -> {
                return "command " + frame.commandType();
            }
        }
    }

    private String words(StartCallDecoder call) {
        committed = ByteBuffer.allocate(32)
                .putLong(call.seedHash1())
                .putLong(call.seedHash2())
                .putLong(call.seedHash3())
                .putLong(call.seedHash4())
                .flip();
        return "StartCall " + call.kind() + " " + call.durationNanos() / NANOS_PER_SECOND + "s window "
                + call.windowNanos() / NANOS_PER_SECOND + "s next " + call.next() + " planned "
                + clock(call.plannedNanos());
    }

    private static String clock(long nanos) {
        return CLOCK.format(Instant.EPOCH.plusNanos(nanos));
    }
}
