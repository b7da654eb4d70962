package io.rialto.gateway.monitoring;

import io.rialto.feeds.records.Records;
import io.rialto.gateway.measures.Databases;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rooms behind the doors tell of themselves at one moment.
 *
 * @param intake OPEN, CANCELS_ONLY or CLOSED, by the free space of the journal's disk
 * @param writtenSequence newest frame in the journal
 * @param promisedSequence newest frame that may be told to anybody
 * @param clockOffsetNanos how far the clock that stamps commands is before the machine's
 * @param acknowledgedSequence newest frame that this gateway told to anybody
 * @param feedsSequence newest frame that queries show
 * @param pools of threads
 */
public record Vitals(
        long ringOccupancy,
        int ringSize,
        boolean isHalted,
        String intake,
        long writtenSequence,
        long promisedSequence,
        long freeBytes,
        long lowBytes,
        long clockOffsetNanos,
        long acknowledgedSequence,
        long feedsSequence,
        boolean areFeedsFollowing,
        List<Databases.Pool> pools) {

    /**
     * What guards the doors, at one moment.
     *
     * @param auditFault what is wrong with the audit list, in words; empty for nothing
     * @param attacks how often each pattern of an attack was seen since the start
     */
    public record Guards(String auditFault, Map<String, Long> attacks) {}

    /**
     * What keeps the past, at one moment.
     *
     * @param records the read model; empty where there is none
     * @param isRedisThere whether kept answers are shared; empty when nobody asked for that
     */
    public record Past(Optional<Records.Health> records, Optional<Boolean> isRedisThere) {
        public static final Past NONE = new Past(Optional.empty(), Optional.empty());
    }
}
