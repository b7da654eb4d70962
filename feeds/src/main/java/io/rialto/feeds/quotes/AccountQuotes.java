package io.rialto.feeds.quotes;

import java.util.List;

/**
 * What an account quotes or quoted, as of a frame.
 *
 * @param instruments where it quoted or was protected, by number
 * @param groups those that are protected, pulled or have been, by number; 0 is everything
 * @param sequence of the newest frame that the answer has seen
 */
public record AccountQuotes(int account, List<InstrumentQuotes> instruments, List<QuoteGroup> groups, long sequence) {
    /** Whether nothing may be quoted in an instrument until its quotes are reset. */
    public boolean isPulled(InstrumentQuotes where) {
        return groups.stream()
                .filter(group -> group.pull().isPresent())
                .anyMatch(group -> group.number() == 0 || group.number() == where.group());
    }
}
