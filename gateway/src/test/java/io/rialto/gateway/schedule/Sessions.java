package io.rialto.gateway.schedule;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Sessions as tests write them. */
final class Sessions {
    private Sessions() {}

    static Session in(String zone, BusinessCalendar calendar, Step... day) {
        return new Session("test", List.of(Session.ALL), ZoneId.of(zone), calendar, List.of(day), List.of(day));
    }

    static Session daily(String zone, Step... day) {
        return in(zone, BusinessCalendar.EVERY_DAY, day);
    }

    static Step at(String time, Phase phase) {
        return new Step(LocalTime.parse(time), 0, new Step.ToPhase(phase));
    }

    static Step call(String time, CallKind kind, String duration, String window, Phase next) {
        Step.Action call = new Step.Call(kind, Duration.parse(duration), Duration.parse(window), next);
        return new Step(LocalTime.parse(time), 0, call);
    }

    /** What is planned within these moments, a line a step: phase or kind of call, at its moment. */
    static List<String> between(Session session, String after, String upTo) {
        return new Plan(session)
                .between(Instant.parse(after), Instant.parse(upTo)).stream()
                        .map(planned -> word(planned.action()) + " " + planned.at())
                        .toList();
    }

    private static String word(Step.Action action) {
        if (action instanceof Step.ToPhase step) return step.phase().name();
        if (action instanceof Step.Call call) return call.kind().name();
        return ((Step.Change) action).parameter().name();
    }
}
