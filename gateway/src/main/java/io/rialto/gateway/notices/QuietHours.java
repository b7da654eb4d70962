package io.rialto.gateway.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours in which somebody is not to be interrupted, by the clock on his wall: {@code start <= t < end}, over midnight when the start is
 * later than the end, never when they are the same. What the clock shows decides also on days on which it is set: an
 * hour that comes twice is quiet twice, and one that is left out is not missed. Immutable.
 */
public record QuietHours(LocalTime start, LocalTime end, ZoneId zone) {
    private static final int DAYS_AHEAD = 2;

    public boolean holds(Instant moment) {
        LocalTime shown = moment.atZone(zone).toLocalTime();
        if (start.equals(end)) return false;
        return start.isBefore(end)
                ? !shown.isBefore(start) && shown.isBefore(end)
                : !shown.isBefore(start) || shown.isBefore(end);
    }

    /** The first moment from then on that is not quiet: the moment itself when that is none. */
    public Instant over(Instant moment) {
        if (!holds(moment)) return moment;
        return candidates(moment).stream()
                .filter(each -> each.isAfter(moment) && !holds(each))
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("quiet hours must end within two days: " + this));
    }

    /** Quiet can only end when the clock shows the end, or when it is set. */
    private List<Instant> candidates(Instant moment) {
        ZoneRules rules = zone.getRules();
        LocalDate today = moment.atZone(zone).toLocalDate();
        List<Instant> candidates = new ArrayList<>();
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            for (ZoneOffset offset : rules.getValidOffsets(today.plusDays(day).atTime(end))) {
                candidates.add(today.plusDays(day).atTime(end).toInstant(offset));
            }
        }
        ZoneOffsetTransition next = rules.nextTransition(moment);
        if (next != null) candidates.add(next.getInstant());
        return candidates;
    }
}
