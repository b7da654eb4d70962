package io.rialto.gateway.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is planned for one instrument, and when: local times of its session as moments of the line's time.
 *
 * <p>Where the clocks go forward, a time that does not exist is the moment of the switch; where they go back, a time that
 * exists twice is meant the first time. So steps never change places. A function of its arguments; thread-safe.
 */
final class Plan {
    private static final int LONGEST_BREAK_DAYS = 40;

    private final Session session;

    /** A step with its moment. */
    record Planned(Instant at, Step.Action action) {}

    Plan(Session session) {
        this.session = session;
    }

    /** What falls due after one moment and not after another, in order. */
    List<Planned> between(Instant after, Instant upTo) {
        List<Planned> due = new ArrayList<>();
        LocalDate last = dateOf(upTo).plusDays(1);
        for (LocalDate date = dateOf(after).minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            for (Step step : session.stepsOf(date)) {
                Instant at = moment(date.plusDays(step.dayOffset()).atTime(step.at()), session.zone());
                if (at.isAfter(after) && !at.isAfter(upTo)) due.add(new Planned(at, step.action()));
            }
        }
        due.sort(Comparator.comparing(Planned::at));
        return due;
    }

    /** The newest change of phase up to a moment: what should be in force by then. */
    Optional<Planned> inForce(Instant at) {
        List<Planned> before = between(at.minus(Duration.ofDays(LONGEST_BREAK_DAYS)), at);
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!(before.get(i).action() instanceof Step.Change)) return Optional.of(before.get(i));
        }
        return Optional.empty();
    }

    static Instant moment(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition != null && transition.isGap()) return transition.getInstant();
        ZoneOffset first = rules.getValidOffsets(local).get(0);
        return local.toInstant(first);
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(session.zone()).toLocalDate();
    }
}
