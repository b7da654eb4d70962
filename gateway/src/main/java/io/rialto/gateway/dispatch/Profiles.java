package io.rialto.gateway.dispatch;

import io.rialto.gateway.notices.Profile;
import io.rialto.gateway.notices.Wish;
import io.rialto.gateway.preferences.Preferences;
import io.rialto.gateway.subscriptions.Subscriptions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What readers have said, in memory: who is told does not ask the database. Thread-safe; up to date when a change is answered. */
final class Profiles {
    private final Map<Integer, Profile> said = new ConcurrentHashMap<>();
    private final Set<Integer> curious = ConcurrentHashMap.newKeySet();
    private volatile Preferences preferences;
    private volatile Subscriptions subscriptions;

    /** From now on. */
    void follow(Preferences kept, Subscriptions wanted) {
        preferences = kept;
        subscriptions = wanted;
        Set<Integer> readers = new HashSet<>(kept.readers());
        readers.addAll(wanted.readers());
        readers.forEach(this::changed);
    }

    /** A reader has said something new. */
    void changed(int reader) {
        said.compute(reader, (any, before) -> new Profile(preferences.of(reader), subscriptions.of(reader)));
        boolean isCurious = of(reader).wishes().stream().anyMatch(wish -> wish.scope() != Wish.Scope.OWN);
        if (isCurious) curious.add(reader);
        else curious.remove(reader);
    }

    Profile of(int reader) {
        return said.getOrDefault(reader, Profile.SILENT);
    }

    /** Those who want to be told of what is not their own. */
    Set<Integer> curious() {
        return curious;
    }
}
