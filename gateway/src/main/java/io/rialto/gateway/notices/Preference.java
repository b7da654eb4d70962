package io.rialto.gateway.notices;

import java.util.Optional;

/**
 * How somebody wants to be told. Immutable.
 *
 * @param type empty for every type that has no preference of its own on that outlet
 * @param least priority
 */
public record Preference(
        Optional<NoticeType> type, Outlet outlet, boolean enabled, Priority least, Optional<QuietHours> quiet) {

    /** What counts without a word: the inbox and the socket tell everything, nothing leaves the venue. */
    public static Preference usual(Outlet outlet) {
        return new Preference(Optional.empty(), outlet, !outlet.leaves(), Priority.LOW, Optional.empty());
    }
}
