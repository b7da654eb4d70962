package io.rialto.gateway.dispatch;

import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.Notice;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Wish.Scope;
import io.rialto.gateway.notices.Wish.Verdict;
import io.rialto.gateway.pushes.Counts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whom the happenings of one frame are told: one notification for each reader and type. */
final class Addressing {
    private final Profiles profiles;
    private final Directory directory;
    private final Counts counts;

    Addressing(Profiles profiles, Directory directory, Counts counts) {
        this.profiles = profiles;
        this.directory = directory;
        this.counts = counts;
    }

    /** Reader by reader, of each in the order of the types. */
    List<Notice> of(List<Happening> frame) {
        Map<Integer, Map<NoticeType, Notice>> byReader = new LinkedHashMap<>();
        for (Happening happening : frame) {
            for (int reader : readers(happening)) {
                Map<NoticeType, Notice> mine = byReader.computeIfAbsent(reader, any -> new EnumMap<>(NoticeType.class));
                Notice before = mine.get(happening.type());
                mine.put(happening.type(), before == null ? Notice.of(reader, happening) : before.and(happening));
            }
        }
        List<Notice> all = new ArrayList<>();
        byReader.values().forEach(mine -> all.addAll(mine.values()));
        return all;
    }

    private TreeSet<Integer> readers(Happening happening) {
        TreeSet<Integer> readers = new TreeSet<>();
        for (int reader : addressed(happening)) {
            if (passes(happening, reader, Scope.OWN)) readers.add(reader);
        }
        for (int reader : profiles.curious()) {
            if (readers.contains(reader)) continue;
            boolean isOfMarket = happening.audience() == Audience.SUBSCRIBERS;
            boolean isOfFirm = happening.firm() != 0 && directory.maySee(reader, happening.firm());
            if (isOfMarket && passes(happening, reader, Scope.MARKET)) readers.add(reader);
            else if (isOfFirm && passes(happening, reader, Scope.FIRM)) readers.add(reader);
        }
        return readers;
    }

    private TreeSet<Integer> addressed(Happening happening) {
        TreeSet<Integer> all = new TreeSet<>();
        switch (happening.audience()) {
            case OWNER_AND_COMPLIANCE -> all.addAll(directory.compliance());
            case ADMINISTRATORS -> all.addAll(directory.administrators());
            default -> {}
        }
        boolean isOwners =
                happening.audience() == Audience.OWNER || happening.audience() == Audience.OWNER_AND_COMPLIANCE;
        boolean isOwnAlert = happening.type() == NoticeType.PRICE_ALERT && happening.account() == Directory.KEYED;
        if (isOwners && (Directory.isReader(happening.account()) || isOwnAlert)) all.add(happening.account());
        return all;
    }

    private boolean passes(Happening happening, int reader, Scope scope) {
        Verdict verdict = profiles.of(reader).judge(happening, scope);
        counts.judged(verdict);
        return verdict == Verdict.PASSED;
    }
}
