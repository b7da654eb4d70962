package io.rialto.feeds.protection;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps who is held back, by which limits, and which changes wait.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #protection}.
 */
public final class ProtectionFeed {
    private static final long NO_VALUE = Long.MIN_VALUE;

    private final Map<String, Block> blocks = new TreeMap<>();
    private final Map<String, Limit> limits = new TreeMap<>();
    private final Map<Long, Proposal> proposals = new TreeMap<>();
    private final Map<Long, ScheduledChange> changes = new TreeMap<>();
    private final Protection protection;

    public ProtectionFeed(Position position) {
        protection = new Protection(position, this);
    }

    public Protection protection() {
        return protection;
    }

    void onBlocked(Block block) {
        blocks.put(key(block.scope(), block.target(), block.isKill()), block);
    }

    void onFreed(BlockScope scope, int target, boolean isKill) {
        blocks.remove(key(scope, target, isKill));
    }

    void onLimit(int account, int instrument, AccountLimit limit, long value, long sequence) {
        String key = account + "/" + instrument + "/" + limit;
        if (value == NO_VALUE) limits.remove(key);
        else limits.put(key, new Limit(account, instrument, limit, value, sequence));
    }

    void onProposed(Proposal proposal) {
        proposals.put(proposal.number(), proposal);
    }

    /** @param actor 0 for nobody: its time was over */
    void onProposalEnded(long number, Proposal.State state, int actor, long sequence) {
        proposals.computeIfPresent(number, (same, proposal) -> proposal.reached(state, actor, sequence));
    }

    void onScheduled(ScheduledChange change) {
        changes.put(change.number(), change);
    }

    void onChangeEnded(long number, Reason reason, long sequence) {
        changes.computeIfPresent(number, (same, change) -> change.ended(reason, sequence));
    }

    Collection<Block> blocks() {
        return blocks.values();
    }

    List<Limit> limits(int account) {
        return limits.values().stream()
                .filter(limit -> limit.account() == account)
                .toList();
    }

    Collection<Proposal> proposals() {
        return proposals.values();
    }

    Optional<Proposal> proposal(long number) {
        return Optional.ofNullable(proposals.get(number));
    }

    List<ScheduledChange> scheduled(int instrument) {
        return changes.values().stream()
                .filter(change -> change.instrument() == instrument)
                .toList();
    }

    private static String key(BlockScope scope, int target, boolean isKill) {
        return scope + "/" + target + "/" + isKill;
    }
}
