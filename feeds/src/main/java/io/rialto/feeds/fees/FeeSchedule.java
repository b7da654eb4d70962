package io.rialto.feeds.fees;

import java.util.List;
import java.util.OptionalLong;

/**
 * One version of a fee schedule.
 *
 * @param asset in which volume counts
 * @param feePerLotMinor in place of the instrument's own; empty: that one
 * @param sequence of the frame that set it: it stands from there on, until the next version
 */
public record FeeSchedule(
        int number, int version, int asset, List<FeeTier> tiers, OptionalLong feePerLotMinor, long sequence) {
    public FeeSchedule {
        tiers = List.copyOf(tiers);
    }

    /** Counted from 1. */
    int tier(long volumeMinor) {
        int tier = tiers.size();
        while (tiers.get(tier - 1).fromMinor() > volumeMinor) tier--;
        return tier;
    }
}
