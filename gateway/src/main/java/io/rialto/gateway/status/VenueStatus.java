package io.rialto.gateway.status;

import java.util.List;

/**
 * How the venue is at this moment.
 *
 * @param ack what an acknowledgement promises
 * @param intake OPEN, CANCELS_ONLY or CLOSED, by the free space of the journal's disk
 * @param sequence newest frame that was decided and kept
 * @param durableSequence newest frame on the device
 * @param feedsSequence newest frame that queries show
 * @param epochNanos by the clock that stamps commands
 * @param faults in words; empty is healthy
 */
public record VenueStatus(
        String ack,
        String intake,
        long sequence,
        long durableSequence,
        long feedsSequence,
        long epochNanos,
        List<String> faults) {
    public VenueStatus {
        faults = List.copyOf(faults);
    }

    public boolean isHealthy() {
        return faults.isEmpty();
    }
}
