package io.rialto.gateway.audit;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Walks the whole list and says whether it is what was written. Takes a second for some hundred thousand entries. */
final class Inspection {
    private static final int PAGE = 1_000;

    private final AuditLog log;
    private final Chain chain;

    Inspection(AuditLog log, Chain chain) {
        this.log = log;
        this.chain = chain;
    }

    /**
     * What was found.
     *
     * @param entries that are as they were written, from the first on
     * @param fault the first that is wrong, in words; empty when nothing is
     */
    record Verdict(long entries, Head newest, String fault) {
        boolean isWhole() {
            return fault.isEmpty();
        }
    }

    /**
     * @param seen what must be among them
     * @param isWanted asked once in a while
     */
    Verdict run(List<Head> seen, BooleanSupplier isWanted) {
        long counted = log.counted();
        Head last = Head.NONE;
        byte[] before = Chain.BEGINNING;
        while (isWanted.getAsBoolean()) {
            List<AuditLog.Link> page = log.links(last.number(), PAGE);
            for (AuditLog.Link link : page) {
                long number = last.number() + 1;
                if (link.entry().number() != number) return wrong(last, "entry " + number + " is missing");
                if (!Arrays.equals(link.hash(), chain.hash(before, link.entry()))) {
                    return wrong(last, "entry " + number + " is not what was written");
                }
                before = link.hash();
                last = Head.of(number, before);
                if (contradicts(last, seen)) {
                    return wrong(last, "entry " + number + " is another than this venue wrote");
                }
            }
            if (page.size() < PAGE) break;
        }
        long most = seen.stream().mapToLong(Head::number).reduce(counted, Math::max);
        return last.number() < most ? wrong(last, "the entries after " + last.number() + " are missing") : whole(last);
    }

    private static boolean contradicts(Head found, List<Head> seen) {
        return seen.stream()
                .anyMatch(
                        each -> each.number() == found.number() && !each.hash().equals(found.hash()));
    }

    private static Verdict whole(Head last) {
        return new Verdict(last.number(), last, "");
    }

    private static Verdict wrong(Head last, String fault) {
        return new Verdict(last.number(), last, fault);
    }
}
