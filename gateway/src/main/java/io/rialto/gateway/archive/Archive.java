package io.rialto.gateway.archive;

import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.records.Records;
import io.rialto.feeds.records.RecordsAway;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The read model as the doors ask it: an answer has seen the frame it has to, or there is none.
 *
 * <p>Threading: any. Errors: a {@link Problem} FEEDS_BEHIND when the rows are not there in time, or the database is
 * away; NOT_FOUND where none is kept.
 */
public final class Archive {
    private final Optional<Records> records;
    private final LongSupplier newestAcked;
    private final Duration timeout;

    /**
     * @param records empty when this venue keeps none
     * @param newestAcked the newest frame that this gateway told anybody of
     */
    public Archive(Optional<Records> records, LongSupplier newestAcked, Duration timeout) {
        this.records = records;
        this.newestAcked = newestAcked;
        this.timeout = timeout;
    }

    /** Whether there is a read model to ask. */
    public boolean isKept() {
        return records.isPresent();
    }

    /** Of the newest frame that this gateway told anybody of. */
    public long newest() {
        return newestAcked.getAsLong();
    }

    /** @param sequence that must have been seen; empty for everything acknowledged so far */
    public <T> T asOf(OptionalLong sequence, Function<RecordStore, T> question) {
        Records kept = records.orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "this venue keeps no read model: records.kept is off"));
        long seen = sequence.orElseGet(newestAcked);
        if (kept.sequence() < seen && !kept.await(seen, timeout)) {
            throw Problem.retry(
                    ProblemCode.FEEDS_BEHIND,
                    1,
                    "the read model stands at " + kept.sequence() + " and " + seen + " was asked for");
        }
        try {
            return question.apply(kept.store());
        } catch (RecordsAway away) {
            throw Problem.retry(ProblemCode.FEEDS_BEHIND, 1, "the read model's database cannot be reached");
        } catch (IllegalArgumentException strange) {
            throw Problem.at("cursor", ProblemCode.INVALID_VALUE, "must be the next of a page before", "another's");
        }
    }
}
