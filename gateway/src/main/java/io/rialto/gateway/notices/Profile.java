package io.rialto.gateway.notices;

import io.rialto.gateway.notices.Wish.Scope;
import io.rialto.gateway.notices.Wish.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that one reader has said about what he wants to be told, and how. Immutable. */
public record Profile(List<Preference> preferences, List<Wish> wishes) {
    /** Of who has said nothing. */
    public static final Profile SILENT = new Profile(List.of(), List.of());

    /** What becomes of a notification on one outlet: told now, held until then, or not told at all. */
    public record Way(Verdict verdict, Optional<Instant> heldUntil) {
        private static Way stopped(Verdict by) {
            return new Way(by, Optional.empty());
        }

        public boolean isOpen() {
            return verdict == Verdict.PASSED;
        }
    }

    /**
     * Whether it is told at all. What is addressed to him passes, unless he has said of that type what he wants of his own;
     * anything else needs a wish of that scope.
     */
    public Verdict judge(Happening happening, Scope scope) {
        List<Wish> mine = wishes.stream()
                .filter(wish -> wish.scope() == scope)
                .filter(wish -> scope != Scope.FIRM || wish.firm() == happening.firm())
                .filter(wish -> scope != Scope.OWN || wish.isOf(happening.type()))
                .toList();
        if (mine.isEmpty()) return scope == Scope.OWN ? Verdict.PASSED : Verdict.TYPE;
        return mine.stream()
                .map(wish -> wish.judge(happening))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How it goes out on one of the outlets. */
    public Way way(Notice notice, Outlet outlet, Instant now) {
        Preference preference = preference(notice.type(), outlet);
        if (!preference.enabled()) return Way.stopped(Verdict.TYPE);
        if (!notice.priority().isAtLeast(preference.least())) return Way.stopped(Verdict.PRIORITY);
        boolean mayBeHeld = outlet.isPushed() && !notice.isUrgent();
        Optional<Instant> until = preference
                .quiet()
                .filter(hours -> mayBeHeld && hours.holds(now))
                .map(hours -> hours.over(now));
        return new Way(Verdict.PASSED, until);
    }

    private Preference preference(NoticeType type, Outlet outlet) {
        Preference general = Preference.usual(outlet);
        for (Preference each : preferences) {
            if (each.outlet() != outlet) continue;
            if (each.type().isEmpty()) general = each;
            else if (each.type().get() == type) return each;
        }
        return general;
    }
}
