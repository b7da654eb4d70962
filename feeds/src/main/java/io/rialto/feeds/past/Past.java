package io.rialto.feeds.past;

import java.util.List;

/**
 * An account's past, at the moments that were asked for and are kept.
 *
 * @param moments oldest first; those that are no longer kept left out
 * @param now how it stands
 * @param flows oldest first, all that are kept
 * @param firstNanos when there was something first; the greatest long while there was nothing
 * @param wholeFromNanos from when on the moments of the grid are kept; the least long for all
 * @param flowsFromNanos from when on flows are
 */
public record Past(
        List<Moment> moments,
        Moment now,
        List<Flow> flows,
        long firstNanos,
        long wholeFromNanos,
        long flowsFromNanos,
        long sequence) {
    public Past {
        moments = List.copyOf(moments);
        flows = List.copyOf(flows);
    }
}
